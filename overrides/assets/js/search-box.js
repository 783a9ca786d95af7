/* The search box of every page.  What it takes to answer is loaded when someone makes for it. */
(() => {
const box = by("kb-query");
let coming, composing = false;
const finding = () => coming = coming || Promise.all(["search-engine", "search"].map((name) => script(`${root}assets/js/${name}.js`))).catch((error) => {
  coming = null;
  throw error;
});
const ready = () => window.kbFind ? Promise.resolve() : finding();
window.kbSearch = (...query) => ready().then(() => window.kbEngine.search(...query));
if (!box) return;

window.kbShared.isComposing = () => composing;
on(box, "compositionstart compositionend", (event) => { composing = event.type === "compositionstart"; });
on(box, "focus input", () => ready().catch(() => say("检索用的脚本读不出来")));
on(box.form, "submit", (event) => {
  event.preventDefault();
  if (box.value.trim()) ready().then(() => window.kbFind(box.value.trim()), () => box.form.submit());
});
on(document, "keydown", (event) => {
  const command = event.ctrlKey || event.metaKey, typing = event.target.closest("input, textarea, select");
  if (command ? event.key.toLowerCase() === "k" : event.key === "/" && !typing && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});
if (location.hash && (asked.has("run") || asked.has("q"))) script(`${root}assets/js/found.js`);
})();
