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

  /** The passages of an article that has many, the strongest first (generator/outputs/search/stated.py). */
  window.kbPassages = (article, roles) => Promise.all([window.kbEngine.facts(), window.kbEngine.kit.load(`l-${article}`)]).then(([{ of }, code]) => {
    const [sure, ...packed] = window.kbEngine.kit.numbers(code), rows = [];
    for (let i = 0; i < packed.length; i += 3) rows.push({ sure: i < 3 * sure, unit: packed[i], length: Math.floor(packed[i + 1] / roles), role: packed[i + 1] % roles, shared: packed[i + 2], of: of(packed[i]) });
    return rows;
  });
  /** Of rows that several reports share the first. */
  window.kbOnce = (rows) => {
    const seen = new Set();
    return rows.filter(({ shared }) => !shared || (!seen.has(shared) && seen.add(shared)));
  };
  /** The words of a passage, `longest` letters of them, and its first unit. */
  window.kbWords = async ({ unit, length }, longest) => {
    const { beside, unitAt } = window.kbEngine.kit, opening = await unitAt(unit);
    let text = opening.view, last = opening;
    for (let i = 1; i < length && text.length < longest; i++) {
      last = await beside(last, 1);
      if (!last) break;
      text += last.view;
    }
    return { opening, text: text.length > longest ? `${text.slice(0, longest)}…` : text };
  };
})();
