/* 组卷: ticks decide what of the page is printed; without scripts all of it is. */
(() => {
  "use strict";
  const { all, by, on, root, say, script, stay } = window.kbShared;
  const form = by("pack-form"), paper = by("pack-paper");
  const boxes = (name) => all(`[data-${name}]`, form), sheets = boxes("sheet");
  const within = (part) => sheets.filter((box) => box.dataset.in === part);
  const fill = ({ dataset, value }) => { paper.querySelector(`[data-filled="${dataset.fill}"]`).textContent = value; };

  const show = () => {
    const count = sheets.filter((box) => box.checked).length;
    sheets.forEach((box) => { by(`pk-${box.dataset.sheet}`).hidden = !box.checked; });
    boxes("part").forEach((box) => {
      const own = within(box.dataset.part), chosen = own.filter((each) => each.checked).length;
      box.checked = chosen === own.length;
      box.indeterminate = chosen > 0 && !box.checked;
      by(`pk-${box.dataset.part}`).hidden = !chosen;
    });
    const wants = {};
    boxes("piece").forEach((box) => { wants[box.dataset.piece] = box.checked; });
    /* 责任清单 names rows of 对照检查表; alone it is those rows, without the columns to fill in. */
    const alone = wants.duties && wants.check === false;
    all("[data-is]", paper).forEach((piece) => {
      const name = piece.dataset.is;
      piece.hidden = name === "check" ? !wants.check && !alone : !wants[name] || (name === "duties" && alone);
      const head = piece.previousElementSibling; // the article's words begin with their own
      if (name === "text" && head.tagName === "H3") head.hidden = !piece.hidden;
      if (name === "check") {
        piece.classList.toggle("pk-alone", alone);
        piece.querySelector("h4").textContent = alone ? piece.dataset.alone : piece.dataset.title;
      }
    });
    paper.classList.toggle("compact", form.querySelector("[data-compact]").checked);
    paper.hidden = by("pack-print").disabled = by("pack-word").disabled = !count;
    by("pack-count").textContent = count;
  };
  const tick = (some, checked) => {
    some.forEach((box) => { box.checked = checked; });
    show();
  };
  on(form, "change", ({ target }) => target.dataset.part ? tick(within(target.dataset.part), target.checked) : show());
  on(form, "input", ({ target }) => target.dataset.fill && fill(target));
  form.onsubmit = stay;
  by("pack-print").onclick = () => print();
  by("pack-word").onclick = () => (window.kbPackWord ? Promise.resolve() : script(`${root}assets/js/pack-word.js`))
    .then(() => window.kbPackWord()).catch(() => say("没有做成：脚本读不出来"));
  by("pack-all").onclick = () => tick(sheets, true);
  by("pack-none").onclick = () => tick(sheets, false);
  /* #yijian-5 or #yijian-part-2 in the address ticks that article or part beforehand. */
  const wanted = decodeURIComponent(location.hash.slice(1));
  boxes("fill").forEach(fill);
  if (by("pack-reports")) script(`${root}assets/js/pack-passages.js`);
  tick(sheets.filter((box) => wanted && [box.dataset.sheet, box.dataset.in].includes(wanted)), true);
})();
