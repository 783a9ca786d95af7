/* 摘编: a button at whatever may be gathered, and the key z there; what they do is loaded when they are
   first used (collect.js).  Sentences have theirs in the margin (sentence-picks.js). */
const THINGS = ".passage, .duty-list li, .duties li, .variant, .edit[id^=variant], .kb-row";
const pick = window.kbPick = (thing) => (window.kbCollect ? Promise.resolve() : script(`${root}assets/js/collect.js`)).then(() => window.kbCollect.add(thing)).catch(() => say("没有摘成：脚本读不出来"));
const picking = (act) => on(document, "keydown", (event) => {
  const { key, target } = event;
  if (key !== "z" || event.ctrlKey || event.metaKey || event.altKey || target.closest("input, textarea, select")) return;
  act(target === document.body && all(":hover").pop() || target); // where the keyboard is nowhere, the mouse says what
});
const pickable = window.kbShared.pickable = (within) => all(THINGS, within).forEach((thing) => {
  if (!thing.querySelector(".kb-pick")) (thing.querySelector(".from, .sharers, .kind, .note, .no + span") || thing).append(Object.assign(button("摘", () => pick(thing), "kb-do kb-pick kb-apart"), { title: "摘入摘编（z）" }));
});
pickable();
picking((target) => {
  const thing = target.closest(THINGS);
  if (thing) pick(thing);
});
window.kbShared.picking = picking;
