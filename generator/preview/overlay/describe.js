/* What a text or a base document is: title, kind, issuer, date, place, numbering, in a small form at
   its head; a piece that belongs to the one before it, or that is not to be taken in. */
(() => {
  "use strict";
  const desk = window.kbDesk;
  if (!desk) return;
  const { apply, button, form, label, make, open } = desk;
  const PIECE = [["title", "题目"], ["genre", "体裁"], ["issuer", "单位"], ["date", "日期"], ["place", "地方"]];
  const BASE = [["title", "全名"], ["short_title", "简称"], ["issuer", "制定机关"], ["adopted", "通过日期"], ["published", "公布日期"], ["effective", "施行日期"], ["numbering", "编号举例"]];
  const HINTS = { date: "如 2022-08、2021年3月27日", adopted: "如 2021-03-27", published: "如 2021-03-27", effective: "如 2021-06-01", numbering: "从大到小，如 一、 （一）", genre: "如 汇报、调研", place: "如 某县" };
  const KINDS = [["", "由程序判定"], ["report", "报告"], ["witness", "基准文件的一个版本"], ["law", "法规"], ["foreign", "无关的材料"]];

  const fields = (rows, known) => rows.map(([name, title]) => {
    const value = known[name], field = make("input", { type: "text", name, maxLength: 300, value: Array.isArray(value) ? value.join(" ") : value || "" });
    field.placeholder = HINTS[name] || "";
    field.dataset.was = field.value;
    const row = label(title, field);
    if (known.declared && known.declared.includes(name)) row.append(make("small", {}, "已由编者写定；清空即按原文"));
    return row;
  });
  const changed = (box) => {
    const given = {};
    desk.all("[name]", box).forEach(({ name, value, dataset }) => {
      if (value.trim() !== dataset.was) given[name] = name === "numbering" ? value.trim().split(/\s+/).filter(Boolean) : value.trim();
    });
    if (!Object.keys(given).length) throw Error("还没有改");
    return given;
  };
  const select = (name, rows, value) => {
    const made = make("select", { name }, ...rows.map(([each, title]) => new Option(title, each, false, each === value)));
    made.dataset.was = made.value;
    return made;
  };
  const editPiece = (page, near, from) => {
    const known = page.piece, declared = known.declared || [];
    const kind = select("kind", KINDS, declared.includes("kind") ? known.kind : "");
    const bases = select("base", [["", "由程序判定"], ...(page.bases || []).map((each) => [each.base || each.id, each.short_title || each.title])], declared.includes("base") ? known.base : "");
    const of = label("哪份文件的版本", bases), show = () => { of.hidden = kind.value !== "witness"; };
    kind.onchange = show;
    show();
    const box = make("div", {}, ...fields(PIECE, known), label("是什么", kind), of);
    open(near, "本篇的说明", [form("", [box], "改好了", () => apply(Object.assign({ do: "describe", piece: known.piece }, changed(box))))], from);
  };
  const editBase = (page, near, from) => {
    const box = make("div", {}, ...fields(BASE, page.base));
    open(near, "本文件的说明", [form("", [box], "改好了", () => apply(Object.assign({ do: "base", base: page.base.base }, changed(box))))], from);
  };
  const whole = (piece, how, title, words, verb) => (near, from) => open(near, title, [form(words, [], verb, () => apply({ do: "piece", how, piece }))], from);

  desk.page.then((page) => {
    const head = document.querySelector(".report-head, .title-page, .law header, .page-head");
    if (!page || !head) return;
    const row = make("p", { className: "desk-row desk-answers desk-apart desk-headrow" });
    const add = (name, key, act) => {
      const made = button(name, () => act(row, made));
      made.dataset.deskKey = key;
      row.append(made);
    };
    if (page.piece) {
      const own = page.piece;
      add("改本篇的说明", "describe", (near, from) => editPiece(page, near, from));
      if (own.joins) add("并入上一篇", "join", whole(own.piece, "join", "并入上一篇", "本篇与同一文件里的上一篇其实是一篇。", "合并"));
      add("不收本篇", "drop", whole(own.piece, "drop", "不收本篇", "本篇不再列入知识库；来源文件留着，随时可以撤销。", "不收"));
    }
    if (page.base) add("改本文件的说明", "base", (near, from) => editBase(page, near, from));
    if (row.childNodes.length) head.append(row);
  });
})();
