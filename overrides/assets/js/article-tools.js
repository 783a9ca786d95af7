/* The row under an article: copying it, marking it, a note on it (reader-record.js keeps them). */
(() => {
  "use strict";
  const { all, article, articleId, button, by, make, root, script } = window.kbShared, { copy, exact, signed, sourceOf } = window.kbCopying;
  const tools = by("article-tools"), record = window.kbRecord;
  if (by("choose-passages")) script(`${root}assets/js/linked-passages.js`);
  if (!tools || !record) return;

  const known = () => record.articles[articleId] || {};
  const tool = (text, act) => tools.appendChild(button(text, act, "kb-do"));
  tool("复制本条", () => {
    copy(signed([article.querySelector("h1"), ...all(".text p", article)].map(exact).join("\n"), sourceOf(article.querySelector(".text"))));
  });
  const switches = [["mark", "标记"], ["read", "已读"]].map(([name, text]) => [name, tool(text, () => {
    record.keep(articleId, name, !known()[name]);
  })]);
  const box = make("textarea", { className: "kb-note", placeholder: "笔记，只存在这台电脑上", hidden: true });
  box.setAttribute("aria-label", "本条笔记");
  const open = tool("笔记", () => {
    box.hidden = !box.hidden;
    open.setAttribute("aria-expanded", !box.hidden);
    if (!box.hidden) box.focus();
  });
  box.oninput = () => record.keep(articleId, "note", box.value);
  tools.after(box);
  const refresh = () => {
    switches.forEach(([name, made]) => made.setAttribute("aria-pressed", !!known()[name]));
    if (box.value === (known().note || "")) return; // the reader is writing it
    box.value = known().note || "";
    box.hidden = !box.value;
    open.setAttribute("aria-expanded", !box.hidden);
  };
  refresh();
  record.shown.push(refresh);
})();
