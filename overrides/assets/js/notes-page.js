/* 我的笔记: all that the reader has marked and written, in the order of the pages. */
(() => {
  "use strict";
  const { all, button, by, make, root } = window.kbShared, record = window.kbRecord, list = by("kb-my-notes");
  if (!record || !list) return;

  const rank = (text) => text.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
  const box = (value, keep) => {
    const made = make("textarea", { className: "kb-note", value, rows: 2, placeholder: "笔记" });
    made.setAttribute("aria-label", "笔记");
    made.oninput = () => keep(made.value);
    return made;
  };
  const line = (address, from, isMarked, words, value, keep, drop) => make("li", {},
    make("p", {}, make("a", { href: root + address }, from), isMarked && make("small", {}, "已标记")),
    words && make("blockquote", {}, words), box(value, keep), button("删除", drop, "kb-do"));
  const draw = () => {
    if (list.contains(document.activeElement) && document.activeElement.matches("textarea")) return; // the reader is writing
    const { articles, sentences } = record, rows = [];
    Object.keys(articles).filter((id) => articles[id].note || articles[id].mark).forEach((id) => {
      const [, base, number] = /^(.+?)-(\d.*)$/.exec(id) || [], address = `${base}/${number}.html`;
      const named = all(".kb-nav a").find((each) => each.pathname.endsWith(`/${address}`));
      rows.push([`${address}#`, line(address, named ? named.textContent : id, articles[id].mark, "", articles[id].note || "", (value) => record.keep(id, "note", value), () => {
        record.keep(id, "note");
        record.keep(id, "mark");
      })]);
    });
    Object.keys(sentences).forEach((id) => {
      const known = sentences[id], address = `${known.page}#${id}`;
      rows.push([address, line(address, known.from, known.mark, known.words, known.note || "", (value) => record.keepSentence(id, Object.assign({}, known, { note: value, mark: known.mark || !value })), () => record.keepSentence(id))]);
    });
    rows.sort(([one], [other]) => (rank(one) < rank(other) ? -1 : 1));
    list.textContent = "";
    list.append(...rows.map((row) => row[1]));
    by("kb-no-notes").hidden = rows.length > 0;
  };
  record.shown.push(draw);
  draw();
  by("kb-notes-export").onclick = () => by("kb-export").click();
  by("kb-notes-import").onclick = () => by("kb-import").click();
  by("kb-notes-print").onclick = () => print();
  by("kb-notes-tools").hidden = false;
})();
