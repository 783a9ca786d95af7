/* What is like a query: a character wrong, or most of it. */
/** Whether a stretch of the text is at most one edit away from the phrase (Sellers, 1980). */
function nearly(text, phrase) {
  let row = [...phrase, ""].map((char, i) => i);
  for (const char of text) {
    const next = [0];
    for (let i = 1; i < row.length; i++) next[i] = Math.min(row[i - 1] + (phrase[i - 1] !== char), row[i] + 1, next[i - 1] + 1);
    row = next;
    if (row[phrase.length] < 2) return true;
  }
  return false;
}

/** One character wrong or missing; or most of the pairs, the rarer counting more. */
async function byLikeness({ whole, allowed, add, found }) {
  const m = outline();
  const asked = [...new Set(pairs(whole))], units = asked.map(() => []), held = new Map();
  if (m.grams) await Promise.all(asked.slice(0, 8).map(async (pair, i) => { const list = await entry(pair); if (list) units[i] = await part(list, 0); }));
  else await walk(candidates([]), () => true, (unit) => asked.forEach((pair, i) => norm(unit).includes(pair) && units[i].push(unit.number)));
  const weights = units.map((list) => Math.log(1 + m.total / (1 + list.length))), sum = weights.reduce((a, b) => a + b, 0);
  units.forEach((list, i) => list.forEach((number) => held.set(number, (held.get(number) || 0) + weights[i] / sum)));
  const best = [...held.keys()].filter((number) => allowed(number) && !found.has(number)).sort((a, b) => held.get(b) - held.get(a) || a - b).slice(0, m.grams ? 8 : 200);
  await walk([best], () => true, (unit) => {
    const share = asked.reduce((all, pair, i) => all + (units[i].length && norm(unit).includes(pair) ? weights[i] / sum : 0), 0), how = nearly(norm(unit), whole) ? "misprint" : share > 0.6 && "most";
    if (how) add(unit, how, false, 20 * share, asked);
  });
}
