/* Filters over tables: rows that no ticked box speaks for are left out. */
(() => {
  "use strict";
  const { all, on, stay } = window.kbShared;
  all("form.filter").forEach((form) => {
    form.hidden = false;
    form.onsubmit = stay;
    on(form, "change", () => {
      const ticked = all("input:checked", form).map((box) => box.value), { article } = form.elements;
      const has = (list, wanted) => wanted.some((each) => ` ${list} `.includes(` ${each} `));
      const fits = ({ rules, articles }) => has(rules, ticked) && !(article && article.value && !has(articles, [article.value]));
      all(".edit").forEach((row) => { row.hidden = !fits(row.dataset); });
      all("tbody[id]").forEach((body) => { body.hidden = !body.querySelector(".edit:not([hidden])"); });
    });
  });
})();
