/* 组卷: ticks decide what of the page is printed; without scripts all of it is. */
(function () {
  "use strict";
  var form = document.getElementById("pack-form");
  var paper = document.getElementById("pack-paper");
  if (!form || !paper) return;
  function all(selector, within) {
    return Array.prototype.slice.call((within || form).querySelectorAll(selector));
  }
  var sheets = all("[data-sheet]");
  function within(part) {
    return sheets.filter(function (box) { return box.dataset.in === part; });
  }

  function show() {
    var count = 0;
    sheets.forEach(function (box) {
      document.getElementById("pk-" + box.dataset.sheet).hidden = !box.checked;
      if (box.checked) count += 1;
    });
    all("[data-part]").forEach(function (box) {
      var own = within(box.dataset.part);
      var chosen = own.filter(function (each) { return each.checked; }).length;
      box.checked = chosen === own.length;
      box.indeterminate = chosen > 0 && chosen < own.length;
      document.getElementById("pk-" + box.dataset.part).hidden = !chosen;
    });
    all("[data-piece]").forEach(function (box) {
      all('[data-is="' + box.dataset.piece + '"]', paper).forEach(function (piece) {
        piece.hidden = !box.checked;
      });
    });
    paper.classList.toggle("compact", form.querySelector("[data-compact]").checked);
    paper.hidden = !count;
    document.getElementById("pack-print").disabled = !count;
    document.getElementById("pack-count").textContent = count;
  }

  function tick(boxes, checked) {
    boxes.forEach(function (box) { box.checked = checked; });
    show();
  }

  form.addEventListener("change", function (event) {
    var box = event.target;
    if (box.dataset.part) tick(within(box.dataset.part), box.checked);
    else show();
  });
  form.addEventListener("input", function (event) {
    var name = event.target.dataset.fill;
    if (name) paper.querySelector('[data-filled="' + name + '"]').textContent = event.target.value;
  });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  document.getElementById("pack-print").addEventListener("click", function () { window.print(); });
  document.getElementById("pack-all").addEventListener("click", function () { tick(sheets, true); });
  document.getElementById("pack-none").addEventListener("click", function () { tick(sheets, false); });
  /* #yijian-5 or #yijian-part-2 in the address ticks that article or part beforehand. */
  var wanted = decodeURIComponent(location.hash.slice(1));
  sheets.forEach(function (box) {
    if (wanted && (box.dataset.sheet === wanted || box.dataset.in === wanted)) box.checked = true;
  });
  all("[data-fill]").forEach(function (field) {
    paper.querySelector('[data-filled="' + field.dataset.fill + '"]').textContent = field.value;
  });
  show();
})();
