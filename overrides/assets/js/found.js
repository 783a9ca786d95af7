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

/** The texts of a sentence or, of a part, of its heading, without what stands among them for use. */
const read = (element) => texts(element.matches("section") ? element.querySelector("h1, h2, h3, h4") || element : element).filter((text) => !text.parentNode.closest(NO_TEXT));
function markRun(start, lastId, end) {
  const last = by(lastId);
  if (!last) return;
  const all = [...document.querySelectorAll("#content .s[id], #content section[id]"), place, last], own = (element) => element.matches(".s") || !element.querySelector(".s");
  const within = (element) => !(place.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING) && !(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  for (const element of new Set(all.filter(within))) {
    let at = 0;
    for (const text of read(element)) {
      const from = element === place && own(element) ? Math.max(0, start - at) : 0, length = text.data.length, to = element === last && own(element) ? Math.min(length, end - at) : length;
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
place.classList.add("kb-hit");
place.scrollIntoView({ block: "center" });
document.body.append(off);
on(document, "keydown", (event) => event.key === "Escape" && off.isConnected && unmark());
})();
