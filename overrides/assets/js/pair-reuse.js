/* 对读 of two reports, within a pane: the runs that the two share are numbered and marked, words
   that differ in them, a document's words, everybody's words.  A script says where they stand, in
   numbers only (generator/outputs/site/views/reuse_places.py). */
(() => {
  "use strict";
  const { all, button, by, html, make, on, script, texts } = window.kbShared;
  const data = window.kbPlaces.folder.replace(/search\/$/, "");
  const NOT_TEXT = ".perma, .at, .kb-copy, rt, .tip, .tie";
  const WHOSE = ["of-document", "of-common"];
  let loaded, beside = "", turn = 0, tell;

  const unmark = () => {
    all(".tie").forEach((each) => each.remove());
    all(".shared-run, .of-document, .of-common").forEach((mark) => {
      const within = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      within.normalize();
    });
  };
  /** The texts of the page's sentences, with where each begins in the report. */
  const pieces = (starts) => Object.keys(starts).map((id) => {
    let at = starts[id];
    return by(id) ? texts(by(id)).filter((text) => !text.parentNode.closest(NOT_TEXT)).map((text) => {
      at += text.data.length;
      return { text, start: at - text.data.length, end: at };
    }) : [];
  }).flat();
  const light = (run, go) => {
    const found = all(`.shared-run[data-n="${run}"]`);
    all(".shared-run.on").forEach((each) => each.classList.remove("on"));
    found.forEach((each) => each.classList.add("on"));
    if (go && found.length) found[0].scrollIntoView({ block: "center" });
  };
  const numbered = (run) => {
    const tag = button("", () => {
      light(run, false);
      tell({ run, go: true });
    }, "tie");
    tag.dataset.n = run;
    tag.setAttribute("aria-label", `第${run}处相同，看对面`);
    return tag;
  };
  const mark = ({ starts, spans, runs }) => {
    const shared = runs[beside] || [], seen = new Set(), whole = [];
    spans.forEach(([start, end, whose]) => WHOSE[whose] && whole.push({ start, end, name: WHOSE[whose] }));
    shared.forEach(([start, end, ...changes], at) => {
      whole.push({ start, end, name: "shared-run", run: at + 1 });
      for (let i = 0; i < changes.length; i += 2) if (changes[i] < changes[i + 1]) whole.push({ start: changes[i], end: changes[i + 1], name: "differs" });
    });
    pieces(starts).forEach(({ text, start, end }) => {
      const inside = whole.filter((each) => each.start < end && each.end > start);
      const cuts = [...new Set([start, ...inside.map((each) => [each.start, each.end]).flat().filter((cut) => cut > start && cut < end)])].sort((a, b) => a - b);
      cuts.reverse().forEach((cut) => {
        const part = cut > start ? text.splitText(cut - start) : text, fits = inside.filter((each) => each.start <= cut && each.end > cut);
        if (!fits.length || !part.data.trim()) return;
        const made = make("span", { className: fits.map((each) => each.name).join(" ") }), run = fits.find((each) => each.run);
        part.replaceWith(made);
        made.append(part);
        if (run) made.dataset.n = run.run;
      });
    });
    all(".shared-run").forEach((each) => {
      if (!seen.has(each.dataset.n)) each.before(numbered(Number(each.dataset.n)));
      seen.add(each.dataset.n);
    });
    tell({ runs: shared.length });
    const first = document.querySelector('.shared-run[data-n="1"]'); // the same in both panes
    if (first && !location.hash) first.scrollIntoView({ block: "center" });
  };
  const show = (told) => {
    if (told.marks !== undefined) html.dataset.marks = told.marks;
    if (told.run) light(told.run, told.go);
  };
  on(window, "message", ({ data: told, source }) => source === parent && told && show(told));

  /** Marks what the page shares with the report `beside`; `answer` sends words to the frame around. */
  window.kbBeside = (told, answer) => {
    tell = answer;
    show(told);
    if (told.beside === beside) return;
    unmark();
    beside = told.beside;
    const mine = ++turn;
    if (!beside) return;
    const { reuse } = document.querySelector("article.report").dataset;
    if (!reuse) {
      tell({ runs: 0 });
      return;
    }
    if (!loaded) {
      document.head.append(make("link", { rel: "stylesheet", href: `${data}assets/css/pair-reuse.css` }));
      loaded = script(data + reuse.replace(/html$/, "js"));
    }
    loaded.then(() => { if (mine === turn) mark(window.kbReuse); }).catch(() => tell({ runs: 0 }));
  };
})();
