/* What a query names by number or word: articles, their 款 and 项, divisions, dates. */
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
  const units = rising(numbers(await load(`a-${id}`))).filter((number) => number < m.tiers[2]);
  await walk([units], () => true, (unit) => { if (unit.id === `${id}-s${sentence}`) text = unit.view; });
  return text;
}

/** What a query names: 第五条, （五）, 5, 意见5, di5tiao, 第七条第二款, 第二条之一, 第二部分, 施行日期;
 * `note` tells what there is not. */
async function named(query) {
  const asked = fold(plain(query)), found = [], notes = [], missing = [];
  const add = (id, place, title, text) => found.push({ id, url: root + place, title, snippet: text, text, parts: [text], words: [], kind: "article", how: "number", exact: true, score: 1000 });
  for (const { names, articles, named } of m.bases) {
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
    if (sign === "第" && unit && found.length === before) missing.push(`${names[0]}共${articles.length}${unit}，没有${rest}`);
  }
  return Object.assign(found, { note: (found.length ? notes : missing).slice(0, 3).join("；") });
}

const DIGITS = "〇一二三四五六七八九";
const DATE = RegExp(/^(\d{4}|Y{4})(?:年|[-./–—])(?:(\d\d?|M)(?:月|[-./–—]|$)(?:(\d\d?|M)[日号]?)?)?$/.source.replace(/Y/g, /[〇零○Oo一二三四五六七八九]/.source).replace(/M/g, /[一二三四五六七八九十]{1,3}/.source));
const spelt = (number) => (number > 19 ? DIGITS[number / 10 | 0] : "") + (number > 9 ? "十" : "") + (number % 10 ? DIGITS[number % 10] : "");

/** How else a date may be printed that is all of the query: 2021-3-27 -> 2021年3月27日, 二〇二一年三月二十七日 and others. */
function otherDates(query) {
  const asked = query.normalize("NFKC").replace(/\s/g, "").replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3"), [whole, printed, ...counts] = DATE.exec(asked) || [];
  if (!whole) return [];
  const year = each(printed, (char) => /\d/.test(char) ? char : Math.max(0, DIGITS.indexOf(char))), [month, day] = counts.map(value);
  if (counts[0] && !(month > 0 && month < 13) || counts[1] && !(day > 0 && day < 32)) return [];
  const date = (years, show) => `${years}年${month ? `${show(month)}月` : ""}${day ? `${show(day)}日` : ""}`, two = (number) => `0${number}`.slice(-2);
  const han = each(year, (digit) => DIGITS[digit]), forms = [date(year, String), date(han, spelt), date(year, two), date(han.replace(/〇/g, "零"), spelt), date(han.replace(/〇/g, "o"), spelt)];
  return [...new Set([...forms, ...day ? [year + two(month) + two(day), year + month + day] : []].map((form) => fold(plain(form))))].filter((form) => form !== fold(plain(query)));
}
/** Whether a text holds a phrase that is no part of a longer number. */
function stands(text, phrase) {
  for (let at = -1; (at = text.indexOf(phrase, at + 1)) >= 0;) {
    if (!/\d/.test(text[at - 1] || "") && !(/\d$/.test(phrase) && /\d/.test(text[at + phrase.length] || ""))) return true;
  }
  return false;
}
