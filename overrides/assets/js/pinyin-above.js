/* Writes pinyin over the text from the table in assets/pinyin.js; words before single characters. */
(() => {
  "use strict";
  const { all, make, root, script, texts } = window.kbShared;
  let table, longest;

  /** The table, which few readers want and is loaded for them only. */
  const open = async () => {
    if (table) return;
    await script(`${root}assets/pinyin.js`);
    table = window.kbPinyin;
    longest = Math.max(1, ...Object.keys(table.words).map((word) => word.length));
  };
  const readings = (text) => {
    const { single, words } = table, found = [];
    for (let at = 0; at < text.length; ) {
      let length = Math.min(longest, text.length - at);
      while (length > 1 && !(text.substr(at, length) in words)) length -= 1;
      const own = length > 1 ? words[text.substr(at, length)].split(" ") : [];
      for (let i = 0; i < length; i += 1) found.push(own[i] || single[text[at + i]]);
      at += length;
    }
    return found;
  };
  const annotate = (element, mode) => {
    const found = readings(element.textContent);
    let at = 0;
    texts(element).forEach((node) => {
      const parts = [...node.data].map((character) => {
        const reading = found[at];
        at += character.length;
        if (!reading || (mode === "rare" && !table.rare.includes(character))) return character;
        return make("ruby", { className: "kb-py" }, character, make("rt", {}, reading));
      });
      if (parts.some((part) => typeof part !== "string")) node.replaceWith(...parts);
    });
    element.normalize();
  };

  /** Shows the pinyin of all or of rare characters, or of none. */
  window.kbWritePinyin = async (mode) => {
    if (mode) await open();
    all(".kb-py").forEach((each) => each.replaceWith(each.firstChild));
    all("main .s").forEach((each) => {
      each.normalize();
      if (mode) annotate(each, mode);
    });
  };
})();
