/* Choosing an article: a field that finds articles by number, title or words as one types. */
(() => {
  "use strict";
  const desk = window.kbDesk;
  if (!desk) return;
  const { all, label, make, on } = desk, MOST = 8;
  const plain = (text) => text.replace(/[\s（）()《》第条]/g, "").toLowerCase();

  /** A field with a list below it; `value()` is the article chosen, or null. */
  desk.chooser = (articles, title) => {
    const id = `desk-articles-${all(".desk-choose").length}`, list = make("ul", { className: "desk-list", id, hidden: true });
    const field = make("input", { className: "desk-choose", type: "text", autocomplete: "off", placeholder: "条号或标题里的字，如 5、民主" });
    list.setAttribute("role", "listbox");
    Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": id, "aria-autocomplete": "list" }).forEach(([name, value]) => field.setAttribute(name, value));
    let chosen = null, found = [], at = -1;
    const name = (each) => `${each.name} ${each.title || ""}`.trim();
    const show = () => {
      list.textContent = "";
      found.forEach((each, i) => {
        const row = make("li", { id: `${id}-${i}`, className: "desk-option", onmousedown: (event) => event.preventDefault(), onclick: () => take(each) }, make("b", {}, each.name), ` ${each.title || ""}`);
        row.setAttribute("role", "option");
        row.setAttribute("aria-selected", String(i === at));
        list.append(row);
      });
      list.hidden = !found.length;
      field.setAttribute("aria-expanded", String(!list.hidden));
      desk.reveal();
      if (at >= 0) field.setAttribute("aria-activedescendant", `${id}-${at}`); else field.removeAttribute("aria-activedescendant");
    };
    const take = (each) => {
      chosen = each;
      field.value = name(each);
      found = [];
      show();
    };
    const find = () => {
      chosen = null;
      at = -1;
      const words = plain(field.value), fits = (each) => plain(`${each.name} ${each.title || ""}`).includes(words) || each.article === words;
      const exact = articles.filter((each) => each.article === words || plain(each.name) === words);
      found = (words ? [...exact, ...articles.filter((each) => fits(each) && !exact.includes(each))] : articles).slice(0, MOST);
      if (words && found.length) at = 0;
      show();
    };
    on(field, "input", find);
    on(field, "focus", () => { if (!chosen) find(); });
    on(field, "blur", () => {
      found = [];
      show();
    });
    on(field, "keydown", (event) => {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step && found.length) {
        event.preventDefault();
        at = (at + step + found.length) % found.length;
        show();
      } else if (event.key === "Enter" && found[at]) {
        event.preventDefault();
        take(found[at]);
      } else if (event.key === "Escape" && found.length) {
        event.preventDefault();
        event.stopPropagation();
        found = [];
        show();
      }
    });
    return { row: make("div", { className: "desk-chooser" }, label(title, field), list), field, value: () => chosen };
  };

  desk.ROLES = [["practice", "● 做法"], ["problem", "▲ 问题"], ["measure", "■ 措施"], ["understanding", "◆ 认识"], ["other", "其他"]];
  /** A select of what a passage is: 做法, 问题 … */
  desk.roles = (now, empty) => {
    const select = make("select", {});
    if (empty) select.append(new Option(empty, ""));
    desk.ROLES.forEach(([role, name]) => select.append(new Option(name, role, false, role === now)));
    return select;
  };
})();
