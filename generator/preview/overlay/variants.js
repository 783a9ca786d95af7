/* Variants: which copy's reading the edition is to follow there. */
(() => {
  "use strict";
  const desk = window.kbDesk;
  if (!desk) return;
  const { all, apply, button, by, form, make, open } = desk;

  const choose = (variant, near, from) => {
    const rows = variant.readings.map((reading, i) => make("label", { className: "desk-check" }, make("input", { type: "radio", name: "reading", value: i, checked: reading.chosen }), make("b", {}, reading.witness), ` ${reading.text || "（无）"}`));
    open(near, "从哪个本子", [form("这一处的异文", rows, "照它", () => {
      const picked = all("input:checked", rows[0].parentNode)[0], reading = picked && variant.readings[picked.value];
      if (!reading || reading.chosen) throw Error("还没有改");
      return apply({ do: "prefer", base: variant.base, article: variant.article, witness: reading.witness, variant: variant.variant, reading: reading.text });
    })], from);
  };
  desk.page.then((page) => ((page && page.variants) || []).forEach((variant) => {
    const place = by(variant.element);
    if (!place || variant.readings.length < 2) return;
    const made = button("改从别本", () => choose(variant, place, made));
    made.dataset.deskKey = `${variant.element} prefer`;
    const row = make("p", { className: "desk-row desk-apart" }, made);
    const cell = place.matches("tr") ? place.lastElementChild : place;
    cell.append(row);
  }));
})();
