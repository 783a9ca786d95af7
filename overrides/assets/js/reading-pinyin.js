/* Writes pinyin over the text from the table in assets/pinyin.js; words before single characters. */
(() => {
  "use strict";
  const { single, words, rare } = window.kbPinyin;
  const longest = Math.max(1, ...Object.keys(words).map((word) => word.length));
  const all = (selector) => [...document.querySelectorAll(selector)];

  const readings = (text) => {
    const found = [];
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
    const found = readings(element.textContent), nodes = [];
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) nodes.push(walker.currentNode);
    let at = 0;
    nodes.forEach((node) => {
      const parts = [...node.data].map((character) => {
        const reading = found[at];
        at += character.length;
        if (!reading || (mode === "rare" && !rare.includes(character))) return character;
        const ruby = Object.assign(document.createElement("ruby"), { className: "kb-py", textContent: character });
        ruby.append(Object.assign(document.createElement("rt"), { textContent: reading }));
        return ruby;
      });
      if (parts.some((part) => typeof part !== "string")) node.replaceWith(...parts);
    });
    element.normalize();
  };
  window.kbPinyin.show = (mode) => {
    all(".kb-py").forEach((each) => each.replaceWith(each.firstChild));
    all("main .s").forEach((each) => {
      each.normalize();
      if (mode) annotate(each, mode);
    });
  };
  window.kbPinyin.readings = readings;
  window.kbPinyin.show(document.documentElement.dataset.pinyin);
})();
