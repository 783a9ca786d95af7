/* 组卷 prints the reader's notes at their articles, where that is ticked: they stand in this browser alone. */
(() => {
  "use strict";
  const { all, by, make, on } = window.kbShared, record = window.kbRecord, paper = by("pack-paper"), form = by("pack-form");
  const pieces = form && form.querySelector("[data-piece]");
  if (!record || !pieces) return;

  const choice = make("input", { type: "checkbox", id: "kb-own-notes" });
  const label = make("label", {}, choice, "我的笔记");
  pieces.closest("fieldset").append(label);
  const isOf = (id, article) => id.startsWith(`${article}-s`) && /^\d+$/.test(id.slice(article.length + 2));
  const draw = () => {
    all(".pk-notes", paper).forEach((each) => each.remove());
    if (choice.checked) all("[data-sheet]", form).forEach(({ dataset: { sheet } }) => {
      const { articles, sentences } = record, own = articles[sheet] || {}, rows = own.note ? [make("p", {}, own.note)] : [];
      Object.keys(sentences).filter((id) => isOf(id, sheet)).sort((one, other) => one.length - other.length || (one < other ? -1 : 1)).forEach((id) => {
        const { words, note } = sentences[id];
        rows.push(make("blockquote", {}, words), note && make("p", {}, note));
      });
      if (rows.length) by(`pk-${sheet}`).append(make("section", { className: "pk-notes" }, make("h4", {}, "我的笔记"), ...rows));
    });
  };
  on(choice, "change", draw);
  record.shown.push(draw);
})();
