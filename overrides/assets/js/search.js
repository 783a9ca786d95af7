/* The search box of every page: results as one types, recent searches, the hit marked on its
   page. */
window.kbSearch = window.kbEngine.search;
(() => {
const { search, suggest } = window.kbEngine;
const box = by("kb-query"), panel = by("search-results");
if (!box) return;
const { form } = box;
KINDS.article = box.dataset.base;
let turn = 0, direct = "";

function recent(added) {
  const list = load("kb-recent", []);
  if (added !== undefined) save("kb-recent", added ? [added, ...list.filter((each) => each !== added)].slice(0, 8) : []);
  return list;
}
function open(...inside) {
  panel.textContent = "";
  panel.append(...inside.filter(Boolean));
  panel.hidden = !inside.length;
}
const choices = (title, list) => list.length && make("p", { className: "kb-choices" }, `${title} `, ...list);

async function update() {
  const query = box.value.trim(), mine = ++turn;
  direct = "";
  if (window.kbShowAll) return query && window.kbShowAll(query);
  if (!query) {
    const list = recent().map(ask);
    return list.length ? open(choices("最近查过", [...list, button("清除", () => { recent(""); open(); box.focus(); })])) : open();
  }
  try {
    const hits = await search(query, { quick: true }), words = await suggest(query), near = hits.length ? [] : await suggest(query, true);
    if (mine !== turn) return;
    const found = groupHits(hits), count = (all) => hits.complete ? all.length : `${all.length}+`;
    if (hits[0] && hits[0].how === "number") direct = hits[0].url;
    open(
      hits.note && make("p", {}, `${hits.note}。`),
      choices("词条", words.map(termLink)),
      ...found.map(([name, all]) => make("section", {}, hitHeading(name, count(all)), ...all.slice(0, 5).map(showHit))),
      make("p", {}, hits.length ? Object.assign(ask(query), { textContent: "全部结果" }) : `没有找到“${query}”。`),
      choices("相近的词条", near.map(termLink)),
    );
    by("kb-search-status").textContent = found.map(([name, all]) => `${name} ${count(all)} 处`).join("，") || "没有找到";
  } catch (error) {
    open(make("p", {}, BROKEN));
  }
}

on(box, "input compositionend", (event) => event.isComposing || update());
on(box, "focus", () => panel.hidden && update());
on(form, "submit", (event) => {
  const query = box.value.trim();
  if (query) recent(query);
  if (!query || direct) event.preventDefault();
  if (direct) location.href = direct;
});
on(panel, "click", (event) => {
  if (!event.target.closest("a")) return;
  if (box.value.trim()) recent(box.value.trim());
  if (panel.matches(".kb-results")) open();
});
on(form, "keydown", (event) => {
  const stops = [box, ...panel.querySelectorAll("a, button")], step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const next = step && !event.isComposing && stops[stops.indexOf(document.activeElement) + step];
  if (next) { event.preventDefault(); next.focus(); }
  if (event.key === "Escape" && !event.isComposing && !panel.hidden) { event.preventDefault(); event.stopPropagation(); box.focus(); open(); }
});
on(document, "click focusin", ({ target }) => panel.hidden || form.contains(target) || open());
on(document, "keydown", (event) => {
  const command = event.ctrlKey || event.metaKey, typing = event.target.closest("input, textarea, select");
  if (command ? event.key.toLowerCase() === "k" : event.key === "/" && !typing && !event.altKey) {
    event.preventDefault();
    box.focus();
    box.select();
  }
});

// --- the hit on its page

const words = (asked.get("q") || "").split(" ").filter(Boolean);
const place = words.length && by(decodeURIComponent(location.hash.slice(1)));
if (!place) return;
const marks = [];
for (const text of texts(place)) {
  const [at, word] = words.map((word) => [text.data.indexOf(word), word]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0] || [];
  if (!word || marks.includes(text.parentNode)) continue;
  const found = text.splitText(at), mark = make("mark", { className: "kb-found" });
  found.splitText(word.length);
  found.replaceWith(mark);
  mark.append(found);
  marks.push(mark);
}
const unmark = () => {
  marks.forEach((mark) => mark.replaceWith(...mark.childNodes));
  place.normalize();
  place.classList.replace("kb-hit", "kb-plain");
  off.remove();
};
const off = button("取消标记", unmark, "kb-unmark");
place.classList.add("kb-hit");
place.scrollIntoView({ block: "center" });
document.body.append(off);
on(document, "keydown", (event) => event.key === "Escape" && off.isConnected && unmark());
})();
