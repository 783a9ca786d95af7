/* The hit on its page: what was found is marked, and can be unmarked again.  Loaded where the address
   says what: ?q= words of the sentence behind the #, ?run=12,002-s15,30 from there to another's 30th letter. */
(() => {
"use strict";
const { asked, button, by, make, on, texts } = window.kbShared;
const NO_TEXT = ".perma, .at, .count, .kb-copy, rt, .label, .chips, .panel";
const marks = [], place = by(decodeURIComponent(location.hash.slice(1))), words = (asked.get("q") || "").split(" ").filter(Boolean);
if (!place) return;

function mark(text, start, end) {
  const found = text.splitText(start), made = make("mark", { className: "kb-found" });
  found.splitText(end - start);
  found.replaceWith(made);
  made.append(found);
  marks.push(made);
}
function markWords() {
  for (const text of texts(place)) {
    const [at, word] = words.map((word) => [text.data.indexOf(word), word]).filter(([at]) => at >= 0).sort((a, b) => a[0] - b[0])[0] || [];
    if (word && !marks.includes(text.parentNode)) mark(text, at, at + word.length);
  }
}

/** The element that shows the words of an id: of a part, its heading. */
const shown = (element) => element.matches("section") && element.querySelector("h1, h2, h3, h4") || element;
function markRun(start, lastId, end) {
  if (!by(lastId)) return;
  const first = shown(place), last = shown(by(lastId)), headings = ["h2", "h3", "h4"].map((name) => `#content section[id] > ${name}`);
  const before = (one, other) => one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING;
  for (const element of new Set([...document.querySelectorAll(["#content .s[id]", ...headings]), first, last])) {
    if (before(element, first) || before(last, element)) continue;
    let at = 0;
    for (const text of texts(element).filter((text) => !text.parentNode.closest(NO_TEXT))) {
      const isWhole = /^H\d$/.test(element.tagName), length = text.data.length; // 二、 stands there as 第二部分
      const from = element === first && !isWhole ? Math.max(0, start - at) : 0, to = element === last && !isWhole ? Math.min(length, end - at) : length;
      at += length;
      if (from < to && text.data.trim()) mark(text, from, to);
    }
  }
}

if (asked.has("run")) markRun(...asked.get("run").split(/,/).map((part, i) => i === 1 ? part : +part)); else markWords();
const unmark = () => {
  marks.forEach((mark) => {
    const within = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    within.normalize();
  });
  place.classList.replace("kb-hit", "kb-plain");
  off.remove();
};
const off = button("取消标记", unmark, "kb-unmark");
place.classList.add(asked.has("run") ? "kb-plain" : "kb-hit"); // of a run, its marks tell enough
place.scrollIntoView({ block: "center" });
document.body.append(off);
on(document, "keydown", (event) => event.key === "Escape" && off.isConnected && unmark());
})();
