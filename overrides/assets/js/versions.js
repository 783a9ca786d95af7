/* 修订对照: only articles to which the ticked things happened; without scripts all are there. */
(() => {
  "use strict";
  const { all, on, stay } = window.kbShared;
  const form = document.getElementById("vs-filter");
  const show = () => {
    const ticked = all("input:checked", form).map((box) => box.value);
    all(".vs-row").forEach((row) => {
      const kinds = row.dataset.kinds.split(" ");
      row.hidden = `#${row.id}` !== location.hash && !kinds.some((kind) => ticked.includes(kind));
    });
    all(".vs-part").forEach((head) => {
      let next = head.nextElementSibling;
      while (next && next.hidden) { next = next.nextElementSibling; }
      head.hidden = !next || next.className === "vs-part";
    });
  };
  form.onsubmit = stay;
  on(form, "change", show);
  window.addEventListener("hashchange", () => {
    show();
    const row = document.getElementById(location.hash.slice(1));
    if (row) { row.scrollIntoView(); }
  });
  form.hidden = false;
  show();
})();
