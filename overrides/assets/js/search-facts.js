/* What reports state: kind, year, place, issuer (generator/outputs/search/stated.py). */
const REPORTS = 3; // the first of the tiers of reports
let stated;
/** The choices, and `of(number)`: the values of the report that holds a unit, by their numbers; null where none does. */
const facts = () => stated = stated || Promise.all([load("f"), forms && load("hf", forms), open()]).then(([{ choices, of, units }, shown]) => {
  if (m.volumes) return { choices: shown || choices, of: (number) => runOf(number).volume ? [runOf(number).volume - 1] : null }; // a hall: its volumes
  const values = of.map(numbers), starts = units.map((code, i) => {
    let at = m.tiers[REPORTS + i];
    return numbers(code).map((count) => (at += count) - count);
  });
  return {
    choices: shown || choices,
    /** The values of each report. */
    all: () => (values[0] || []).map((each, at) => values.map((some) => some[at])),
    of: (number) => {
      const tier = starts[place(m.tiers, number) - REPORTS];
      return tier ? values.map((each) => each[place(tier, number)]) : null;
    },
  };
}, (error) => { stated = null; throw error; });
