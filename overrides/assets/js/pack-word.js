/* 组卷 as a Word document: what is to be printed, as it stands on the page, in the styles of packs
   (generator/outputs/packs/word/body.py); loaded when it is asked for. */
(() => {
  "use strict";
  const { all, by, root, script } = window.kbShared;
  const WIDTH = 8845, ROOM = 907, BLANK = "　".repeat(14); // twentieths of a point: a line; 16 mm, to write in
  const HEADS = { H2: "PackPart", H3: "Heading1", H4: "Heading2", H5: "Heading3" };
  const words = (element, without = "none") => {
    const copy = element.cloneNode(true);
    all(without, copy).forEach((each) => each.remove());
    return copy.textContent.replace(/\s*\n\s*/g, "").trim();
  };

  /* Columns that the page does not show are not written, either. */
  const shown = (cell) => getComputedStyle(cell).display !== "none";
  const table = (element) => {
    const heads = all("thead th", element), kept = heads.map(shown), columns = all("col", element).filter((each, i) => kept[i]);
    const shares = columns.map((each) => parseFloat(each.style.width)), sum = shares.reduce((total, each) => total + each, 0);
    const widths = shares.map((each) => Math.round(WIDTH * each / sum)), alone = kept.includes(false);
    const row = (each) => (each.matches(".band") ? { cells: [{ style: "PackBand", words: words(each) }] } : {
      cells: [...each.children].filter((cell, i) => kept[i]).map((cell) => ({ style: "PackCell", words: words(cell), centred: cell.matches(".mid") })),
      least: each.matches(".room") && !alone ? ROOM : 0,
    });
    return [
      { widths, rows: [{ head: true, cells: heads.filter((each, i) => kept[i]).map((each) => ({ style: "PackHead", words: words(each) })) }, ...all("tbody tr", element).map(row)] },
      { style: "PackGap" },
    ];
  };
  const passage = (element) => {
    const cite = element.querySelector("cite");
    return [{ style: "PackPassage", words: words(element, "cite"), keepNext: !!cite }].concat(cite ? { style: "PackSource", words: words(cite) } : []);
  };
  const ruled = (element) => {
    const lines = all("i", element).map((each, i, { length }) => (i < length - 1 ? { style: "PackLine", keepNext: true } : { style: "PackLine", after: 289 }));
    return [{ style: "PackQuestion", words: words(element), keepNext: true, keepLines: true }, ...lines];
  };
  const text = (element) => {
    const label = element.firstElementChild;
    if (element.matches(".note")) return [{ style: "PackNote", words: words(element) }];
    if (!label || label.tagName !== "B") return [{ style: "PackText", words: words(element) }];
    return [{ style: "PackText", runs: [[words(label), "PackArticle"], [words(element, "b"), ""]] }];
  };
  function written(element) {
    if (element.hidden || element.tagName === "STYLE" || !shown(element)) return [];
    if (HEADS[element.tagName]) return [{ style: HEADS[element.tagName], words: words(element) }];
    if (element.tagName === "TABLE") return table(element);
    if (element.tagName === "BLOCKQUOTE") return passage(element);
    if (element.matches(".lines")) return ruled(element);
    if (element.tagName === "P") return text(element);
    return [...element.children].reduce((made, each) => made.concat(written(each)), []);
  }
  const filled = (paper) => all("[data-filled]", paper).map((each) => [words(each.previousElementSibling), words(each)]);
  const cover = (paper, hasCover) => {
    const lines = all(".pk-cover h2 span", paper).map((line) => ({ style: "PackTitle", words: words(line) })), subtitle = { style: "PackSubtitle", words: words(paper.querySelector(".pk-cover p")) };
    const given = filled(paper).map((each) => each[1]).filter(Boolean).join("　");
    if (!hasCover) return [...lines, Object.assign(subtitle, { before: 0, after: 120 }), ...(given ? [{ style: "PackImprint", words: given, after: 240 }] : [])];
    lines[0].before = 1680;
    return [...lines, subtitle, ...filled(paper).map(([label, value]) => ({ style: "PackBlank", runs: [[label, ""], [value || BLANK, "PackFilled"]] }))];
  };

  /** Promises that the pack on the page is saved. */
  window.kbPackWord = () => script(`${root}assets/js/word-writer.js`).then(() => {
    const paper = by("pack-paper"), hasCover = !paper.matches(".pk-bare"), [session] = filled(paper).map((each) => each[1]);
    const body = [...paper.children].filter((each) => !each.matches(".pk-cover")).reduce((made, each) => made.concat(written(each)), []);
    if (hasCover && body.length) body[0].newPage = true;
    const title = session || words(paper.querySelector(".pk-cover p"));
    return window.kbWord.save(title.replace(/[\\/:*?"<>|\s]+/g, "_").slice(0, 40), title, [...cover(paper, hasCover), ...body], { compact: paper.matches(".compact"), cover: hasCover });
  });
})();
