/* Choosing among many by what reports state: a select for each fact, and how many each value leaves. */
(() => {
  "use strict";
  const { make } = window.kbShared;

  /** Puts a select for each of `choices` into `form`, before `next`.  `unit` is what counts count. */
  window.kbChoices = (form, next, choices, unit) => {
    const selects = choices.map(([name, title, values]) => {
      const select = make("select", { name }, new Option("全部", ""), ...values.map(([value, text]) => new Option(text, value)));
      form.insertBefore(make("label", {}, `${title} `, select), next);
      return select;
    });
    /** Whether what states `of`, values by number, is chosen; `left` is a select that is left aside. */
    const fits = (of, left = -1) => selects.every(({ selectedIndex }, i) => i === left || selectedIndex < 1 || (of && of[i] === selectedIndex - 1));
    return {
      selects,
      fits,
      picked: () => selects.some((each) => each.value),
      /** Writes how many of `rows`, {of: values by number, shared}, each value would leave; what is shared counts once. */
      count: (rows) => selects.forEach((select, i) => {
        const counts = [], seen = new Set();
        rows.forEach(({ of, shared }) => {
          const key = shared && of && `${of[i]} ${shared}`;
          if (!of || !fits(of, i) || seen.has(key)) return;
          if (key) seen.add(key);
          counts[of[i]] = (counts[of[i]] || 0) + 1;
        });
        choices[i][2].forEach(([, text], at) => {
          const option = select.options[at + 1], count = counts[at] || 0;
          option.textContent = `${text}（${count}${unit}）`;
          option.hidden = !count && !option.selected;
        });
      }),
      recall: (asked) => selects.forEach((each) => {
        const value = asked.get(each.name) || "";
        each.value = [...each.options].some((one) => one.value === value) ? value : "";
      }),
    };
  };
})();
