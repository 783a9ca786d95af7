/* Which document a name on a page means, and where its articles are named: only what is certain.
   The rules are those of generator/linking/citations.py, with less: what depends on a guess there
   (前款, 本条例, an abbreviation made out, a number far from its document) is no link here.

   A document: {id, full, stem, forms, about, restarts, has(path)}. */
const KIND_ONLY = new RegExp(`^(?:${KINDS})$`);
const SAID = /(?:(?:以下|下文|后文|本文)(?:分别|统一)?[统简通合均]?称|(?:分别)?[简下统]称)[为作]?[：: \t]*((?:[《“"「『‘〈]{1,2}[^《》“”"「」『』‘’〈〉\n]{1,30}[》”"」』’〉]{1,2}[、和及与或]?){1,6}|[一-鿿]{2,16}(?=[）)，,。；]))/g;
const WHOSE = /(?:[一-鿿]{0,8}(?:市|[省县区]|自治区|自治州)|国务院|中央|[旧原]|(?:修订|修改)前的?)$/, OURS = /^(?:[我本全各该]|(?:大|小)?城市$|都市$|超市$)/;
const LEADS = /按照|根据|依据|据|依照|遵照|参照|对照|违反|触犯|落实|执行|贯彻|施行|实施|学习|遵守|符合|适用|现行|对于|关于|结合|按|照|依|和|与|及|在|对|将|把|以|由|从|到|了|的/;
const BEFORE_WORDS = /(?:^|[^一-鿿]|按照|根据|依据|依照|遵照|参照|对照|违反|落实|执行|贯彻|贯彻落实|遵守|符合|现行|结合|查阅|参见|详见|以及|[依按照和与及或在对将把以])$/, BEFORE_LONG = /[省市县区州旗盟国港澳台]$/;
const GOES_ON = /(?:[，。；、：,;（(]|其中|同时|依照|按照|对照|根据|违反|以及|[依按和与及])$/, COUNTS = /[两二三四五六七八九十百几\d](?:[条项件点款]|部分)/, FOREIGN = new RegExp(`[《〈A-Za-z]|(?:条例|章程|细则|准则|公约|合同|合约|协议|宪法|党章|办法|制度|方案|清单|手册|须知|预案|责任书|标语|体会|[^方做执司立违依合守非用看说想无普学手语书魔办]法(?![律规定院治制人官庭警医学理纪条]))`);
const NEXT = 60, FAR = 1000, TELLING = 9; // letters between a citation and a number that goes on from it; a title and 该条例; letters that tell a title

/** What names mean on a page with this text; with `strict` a bare 《意见》 only where its whole title stands there, too. */
function meanings(text, documents, strict) {
  const titles = titlesIn(text), names = titles.map(({ name }) => plainName(name)), said = new Map();
  const asked = new Map();
  const whole = (name) => {
    if (!asked.has(name)) asked.set(name, documents.find(({ full, stem }) => name === full || name === stem || name.length >= TELLING && full.endsWith(name)) || null);
    return asked.get(name);
  };
  const every = documents.reduce((found, each) => { found.push(each.full, each.stem, ...each.forms); return found; }, []).sort((a, b) => b.length - a.length);
  const say = (short, document) => {
    const name = plainName(short), before = said.get(name);
    said.set(name, before === undefined || before === document ? document : null);
  };
  let passed = 0;
  for (const match of all(SAID, text)) {
    while (passed < titles.length && titles[passed].end <= match.index) passed++;
    const shorts = match[1].match(/[《“"「『‘〈]+[^《》“”"「」『』‘’〈〉]+/g) || [match[1]], some = titles.slice(Math.max(0, passed - shorts.length), passed), last = some[some.length - 1];
    const near = last && match.index - last.end < 70 && !/[。\n]/.test(text.slice(last.end, match.index));
    const words = plainName(text.slice(Math.max(0, match.index - 60), match.index).replace(/[（(，,][^（）()\n]*$/, ""));
    shorts.forEach((short, at) => say(short.replace(/[‘’]/g, ""), near ? some.length === shorts.length ? whole(plainName(some[at].name)) : null : shorts.length === 1 && documents.find(({ full }) => words.endsWith(full)) || null));
  }
  const named = new Set(names.map(whole)), others = names.filter((name) => !KIND_ONLY.test(name) && !said.has(name)), known = new Map();
  /** The document that a shorter name means by all that the page names; null where that is not certain. */
  const short = (name) => {
    if (!known.has(name)) {
      const meant = documents.filter(({ forms }) => forms.includes(name)), one = meant.length === 1 ? meant[0] : null;
      const rivals = one ? others.filter((other) => other !== name && kindOf(other) === kindOf(name) && (other.endsWith(name) || isShortFor(name, other))) : [];
      known.set(name, rivals.every((other) => whole(other) === one) && !(strict && KIND_ONLY.test(name) && !named.has(one)) ? one : null);
    }
    return known.get(name);
  };
  const elsewhere = (document, at) => {
    const found = WHOSE.exec(text.slice(Math.max(0, at - 10), at)), place = found ? found[0].split(LEADS).pop() : "";
    return Boolean(place) && !OURS.test(place) && !document.about.includes(place);
  };
  const ofTitle = ({ start, name }) => {
    const plain = plainName(name);
    if (said.has(plain)) return said.get(plain);
    const full = whole(plain);
    if (full && plain === full.full) return full;
    const meant = full || short(plain);
    return meant && !elsewhere(meant, start) ? meant : null;
  };
  /** The document whose name ends words that stand right before a number. */
  const ofWords = (words, at) => {
    const plain = plainName(words.replace(/[（(的中里\s]+$/, ""));
    for (const { full } of documents) if (full.length >= TELLING && plain.endsWith(full)) return whole(full);
    for (const name of said.keys()) if (plain.endsWith(name) && BEFORE_WORDS.test(plain.slice(0, -name.length))) return said.get(name);
    for (const name of every) {
      if (!plain.endsWith(name)) continue;
      const before = plain.slice(0, -name.length), long = name.length >= 5;
      if (long ? BEFORE_LONG.test(before) : !BEFORE_WORDS.test(before)) return null;
      const one = whole(name) || short(name);
      if (!one || KIND_ONLY.test(name) && !named.has(one)) return null;
      return elsewhere(one, at - words.length + words.lastIndexOf(name)) ? null : one;
    }
    return null;
  };
  return { titles, ofTitle, ofWords };
}

/** What a page names: {start, end, number, document, targets: [{path, paragraph, item}]}; `number` is where 第 stands,
    without targets the document is named as a whole. */
function namedIn(text, documents, strict) {
  const { titles, ofTitle, ofWords } = meanings(text, documents, strict), found = [], used = new Set();
  const meant = titles.map((title) => ofTitle(title)), anchor = /[第同该]/g;
  let last = { document: null, target: null, end: 0 }, passed = 0, match;
  while ((match = anchor.exec(text))) {
    const at = match.index;
    while (passed < titles.length && titles[passed].end <= at) passed++;
    if (passed < titles.length && titles[passed].start < at) { anchor.lastIndex = titles[passed].end; continue; }
    const title = titles[passed - 1], read = text[at] === "第" ? provisionsAt(text, at) : sameAt(text, at, last.target);
    if (!read) continue;
    let start = at, document = null, goesOn = false;
    const words = text.slice(Math.max(last.end, title ? title.end : 0, at - 24), at).replace(/^[^]*\n/, "");
    if (text[at] !== "第") {
      if (!follows(text, last, at)) continue;
      document = last.document;
    } else if (title && title.end >= last.end && at - title.end <= 90 && BEHIND_TITLE.test(text.slice(title.end, at))) {
      document = meant[passed - 1];
      start = title.start;
      used.add(passed - 1);
    } else if (POINTING.test(words)) {
      document = pointed(text, titles, meant, passed, at, POINTING.exec(words));
    } else if (NOUN.test(words) && !(title && /^\s*的?(?:有关|相关|明确|具体)?规定的?\s*$/.test(text.slice(title.end, at)))) {
      document = ofWords(words, at);
    } else if (/[A-Za-z][A-Za-z0-9 ./-]*$/.test(words) || !read.targets[0][0] || !GOES_ON.test(words) || COUNTED.test(text.slice(read.end, read.end + 24)) || !follows(text, last, at)) {
      continue;
    } else {
      document = last.document;
      goesOn = true;
    }
    const targets = read.targets.map(([article, branch, paragraph, item]) => article ? [article, branch, paragraph, item] : goesOn && last.target ? [last.target[0], last.target[1], paragraph, item] : null);
    if (targets.includes(null) && !(document && document.restarts)) { last = { document: null, target: null, end: read.end }; continue; }
    last = { document, target: targets[targets.length - 1], end: read.end };
    anchor.lastIndex = read.end;
    const there = document ? (document.restarts ? read.targets : targets).map((target) => placed(document, target, read.part)) : [];
    if (there[0]) found.push({ start, end: read.end, number: at, document, targets: there.filter(Boolean) });
  }
  titles.forEach((title, at) => {
    if (meant[at] && !used.has(at) && !KIND_ONLY.test(plainName(title.name))) found.push({ start: title.start, end: title.end, number: title.start, document: meant[at], targets: [] });
  });
  return found.sort((a, b) => a.start - b.start);
}

const SAME = /(?:同条|该条)(?!例|件|款|目)/y;
/** 同条第二款: the article named last. */
function sameAt(text, at, target) {
  const match = target && matchAt(SAME, text, at);
  if (!match) return null;
  const inside = within(text, at + match[0].length, target);
  return inside || { targets: [[target[0], target[1], 0, 0]], end: at + match[0].length };
}
/** Whether a number at `at` goes on from the citation before it: nothing else between them that it could belong to. */
function follows(text, last, at) {
  const between = text.slice(last.end, at);
  return Boolean(last.document) && between.length <= NEXT && near(text, last.end, at, 1) && !COUNTS.test(between) && !FOREIGN.test(between);
}
/** What 该条例 means: the title of that kind last named in the same paragraph. */
function pointed(text, titles, meant, passed, at, [, which, kind]) {
  if (which === "本") return null;
  for (let each = passed - 1; each >= 0 && at - titles[each].end < FAR && !text.slice(titles[each].end, at).includes("\n"); each--) {
    if (/法规|法律|规章|文件/.test(kind) || plainName(titles[each].name).endsWith(kind)) return meant[each];
  }
  return null;
}
function placed({ restarts, has }, [article, branch, paragraph, item], part) {
  let path = branch ? `${article}-${branch}` : `${article}`, inside = item;
  if (restarts && part) { path = `${part}-${article || item}`; inside = article ? item : 0; }
  else if (restarts) { path = article && item ? `${article}-${item}` : ""; inside = 0; }
  return has(path) ? { path, paragraph: restarts && !part ? 0 : paragraph, item: inside } : null;
}
function all(form, text) {
  const found = [];
  form.lastIndex = 0;
  for (let match; (match = form.exec(text));) found.push(match);
  return found;
}
function near(text, end, start, most) {
  const between = text.slice(end, start);
  return !between.includes("\n") && (between.replace(/[“「『][^“「」『』”\n]{0,400}[”」』]/g, "").match(STOPS) || []).length <= most;
}
