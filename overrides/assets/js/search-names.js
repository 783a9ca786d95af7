/* What a query names by number or word: articles, their 款 and 项, divisions. */
// written as patterns, which the traditional edition leaves as they are: both scripts are folded to this one
const NUMERAL = /[0-9零〇一二三四五六七八九十百千两]+/.source;
const NUMBERED = RegExp(/^(第|di)?(N|[a-z]+?)(?:(条|段|tiao)(?:之(N))?)?((?:第?(N)款)?(?:第?(N)项)?(?:第?(N)目)?)$/.source.replace(/N/g, NUMERAL));
/** The value of a numeral as it counts: 十四 is 14, nothing is 0. */
function value(text = "") {
  let sum = 0, last = 0;
  for (const char of text) {
    const unit = { 十: 10, 百: 100, 千: 1000 }[char];
    if (unit) { sum += (last || 1) * unit; last = 0; } else last = "零一二三四五六七八九〇".indexOf(char) % 10;
  }
  return +text || sum + last;
}

/** The address of the 款, 项 and 目 asked for (0 where not said), and in which sentence it begins (numbered.py). */
function provision(code, wanted) {
  const at = [0, 0, 0];
  let sentence = 0;
  for (const one of code.match(/[kxm]\d*/g) || ["k"]) {
    const depth = "kxm".indexOf(one[0]);
    sentence += one[1] ? +one.slice(1) : 1;
    at[depth] += 1;
    at.fill(0, depth + 1);
    at[0] = at[0] || 1;
    if (at.every((number, i) => number === wanted[i] || !(i || wanted[0]))) return { sentence, address: at.map((number, i) => number ? "kxm"[i] + number : "").join("") };
  }
  return null;
}

/** The words of a sentence of an article. */
async function wording(id, sentence) {
  let text = "";
  const units = rising(numbers(await load(`a-${id}`))).filter((number) => number < outline().tiers[2]);
  await walk([units], () => true, (unit) => { if (unit.id === `${id}-s${sentence}`) text = unit.view; });
  return text;
}

/** What a query names: 第五条, （五）, 5, 意见5, di5tiao, 第七条第二款, 第二条之一, 第二部分, 施行日期;
 * `note` tells what there is not; `lacking` the same of a bare number, which may mean something else. */
async function named(query) {
  const asked = fold(plain(query)), found = [], notes = [], missing = [], lacking = [];
  const add = (id, place, title, text) => found.push({ id, url: root + place, title, snippet: text, text, parts: [text], words: [], kind: "article", how: "number", exact: true, score: 1000 });
  for (const { names, articles, named } of outline().bases) {
    const name = names.map((name) => fold(plain(name))).sort((a, b) => b.length - a.length).find((name) => asked.startsWith(name)) || "";
    const rest = asked.slice(name.length), [whole, sign, number, unit, branch, tail, ...counts] = NUMBERED.exec(rest) || [];
    const key = branch ? `${number}之${branch}` : number, before = found.length;
    for (const [id, page, forms, title, heading, code] of articles) {
      if (!forms.split(" ").includes(key) && fold(plain(title)) !== rest) continue;
      const part = tail && provision(code, counts.map(value));
      if (part) add(`${id}-${part.address}`, `${page}#${part.address}`, `${names[0]}${title}${tail}`, await wording(id, part.sentence) || heading);
      else add(id, page, names[0] + title, heading);
      if (tail && !part) notes.push(`${names[0]}${title}没有${tail}`);
    }
    for (const [forms, place, title, text] of named) if (forms.split(" ").some((form) => fold(form) === rest)) add(place, place, names[0] + title, text);
    const called = articles.length ? articles[0][3].slice(-1) : ""; // 条, 段
    if (called && !sign && !unit && !branch && value(number) > 0 && found.length === before) lacking.push(`${names[0]}共${articles.length}${called}，没有第${number}${called}`);
    if (sign === "第" && unit && found.length === before) missing.push(`${names[0]}共${articles.length}${unit}，没有${rest}`);
  }
  return Object.assign(found, { note: (found.length ? notes : missing).slice(0, 3).join("；"), lacking: found.length ? "" : lacking.slice(0, 3).join("；") });
}
