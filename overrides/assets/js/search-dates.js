/* Dates in whatever form they are typed and printed. */
const DIGITS = "〇一二三四五六七八九";
const DATE = RegExp(/^(\d{4}|Y{4})(?:年|[-./–—])(?:(\d\d?|M)(?:月|[-./–—]|$)(?:(\d\d?|M)[日号]?)?)?$/.source.replace(/Y/g, /[〇零○Oo一二三四五六七八九]/.source).replace(/M/g, /[一二三四五六七八九十]{1,3}/.source));
const spelt = (number) => (number > 19 ? DIGITS[number / 10 | 0] : "") + (number > 9 ? "十" : "") + (number % 10 ? DIGITS[number % 10] : "");

const DAY = RegExp(/^(\d\d?|M)月(\d\d?|M)[日号]$/.source.replace(/M/g, /[一二三四五六七八九十]{1,3}/.source));

/** How else a day of the year may be printed: 3月27日, 三月二十七日, 03月27日. */
function otherDays(query) {
  const [whole, ...counts] = DAY.exec(query.normalize("NFKC").replace(/\s/g, "")) || [], [month, day] = counts.map(value);
  if (!whole || !(month > 0 && month < 13 && day > 0 && day < 32)) return [];
  return [String, spelt, (number) => `0${number}`.slice(-2)].map((show) => fold(plain(`${show(month)}月${show(day)}日`))).filter((form) => form !== fold(plain(query)));
}

/** How else a date may be printed that is all of the query: 2021-3-27 -> 2021年3月27日, 二〇二一年三月二十七日 and others. */
function otherDates(query) {
  if (DAY.test(query.normalize("NFKC").replace(/\s/g, ""))) return otherDays(query);
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
    if (!/[\d一二三四五六七八九十]/.test(text[at - 1] || "") && !(/\d$/.test(phrase) && /\d/.test(text[at + phrase.length] || ""))) return true;
  }
  return false;
}

/** Finds a date that is all of the query in its other forms. */
async function byDate({ query, allowed, add, full, density }, any) {
  for (const date of otherDates(query)) {
    if (!full()) await walk(candidates([date], 3), allowed, (unit) => stands(norm(unit), date) && add(unit, any ? "variant" : "exact", !any, density(unit, date), [date]), full);
  }
}
