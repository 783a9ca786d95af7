/* 核稿: each 第X条, 款 and 项 that is cited, and which document it is of: the plain form of
   generator/text/references.py and generator/linking/citations.py. */
const NUMERAL = "(?:[〇零○一二三四五六七八九十百千两廿卅]{1,8}|[0-9０-９]{1,4}|[㈠-㈩])", NUM = `(?:[（(]\\s*)?${NUMERAL}(?:\\s*[）)])?`;
const KINDS = "意见|法典|法|条例|规定|准则|办法|章程|规则|细则|决定|决议|通知|方案|规划|纲要|解释|公约|协定|守则|制度|标准|合同|协议|宪法|批复|指南";
const NOUNS = `${KINDS}|清单|手册|须知|台账|目录|规程|规范|要点|计划|总结|公告|通告|草案|附件|附则|纪要|讲话|报告|声明|措施|建议|议案|说明|预案|提纲|党章|[书函令册簿状]`;
const COUNTED = /^[高快慢主支专公新老旧大小长短]{0,4}(?:线(?![上下])|街(?!道)|河流|渠道|公路|铁路|道路|路(?![面径由])|隧道|通道|走廊|产业链|链条|措施|举措|意见|建议|经验|体会|教训|启示|做法|禁令|理由|原因|途径|出路|思路|提案|问题|诉求|投诉|信息|消息|新闻|留言)/;
const DIVISIONS = new RegExp(`第\\s*${NUM}\\s*(?:部分|分编|[编章节])\\s*[中里]?的?`, "y"), OF_ARTICLE = new RegExp(`第\\s*(${NUM})\\s*条(?!例(?![外如])|件)(?:\\s*之\\s*(${NUMERAL})(?!分))?`, "y");
const ROW = new RegExp(`第\\s*(${NUM}(?:\\s*(?:以及|或者|[、和及与或至到—–-])\\s*(?:第\\s*)?${NUM}){1,40})\\s*(?:[两二三四五六七八九](?=条))?(条|款|项)(?!例|件)`, "y");
const MORE = new RegExp(`(${NUM})\\s*条(?!例|件)(?:\\s*之\\s*(${NUMERAL})(?!分))?`, "y");
const PARAGRAPH = new RegExp(`(?:规定的|的|中|里)?第\\s*(${NUM})\\s*款`, "y"), ITEM = new RegExp(`(?:规定的|的|中|里)?(?:第\\s*(${NUM})|([（(]\\s*${NUMERAL}\\s*[）)]))\\s*项`, "y"), SHORT_PARAGRAPH = new RegExp(`(${NUMERAL})款`, "y");
const AND = /\s*(?:、|，|,|\/|和|以及|及|与|或者|或)\s*/y, TO = /\s*(?:至|到|[—–―─~～-]{1,2})\s*/y, STOPS = /[。！？!?]/g;
const BEHIND_TITLE = /^\s*(?:[（(](?!第)[^（）()\n]{0,60}[）)]\s*)?[）)”’」』"]?\s*(?:规定的|的规定|的|中的|中|里|之|所列的?|[（(])?\s*$/;
const POINTING = new RegExp(`(本|该|此|上述|前述)(${KINDS}|法规|法律|规章|文件)[ \\t]*[”’」』"]?[ \\t]*的?[ \\t]*[（(]?$`), NOUN = new RegExp(`(?:${NOUNS})[ \\t]*[”’」』"]?[ \\t]*(?:的|中|里)?[ \\t]*[（(]?[ \\t]*$`);
const RELATIVE = /(?:前条(?!例|件|款|目)|(?:同|本|该|此)条(?!例|件|款|目)|前款|前项)/y, CITING = /(?:按照|依照|依据|根据|对照|违反|落实|执行|符合|贯彻|遵守)$/;
const DIGIT = { "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9 }, UNIT = { "十": 10, "百": 100, "千": 1000 };

function valueOf(words) {
  const plain = words.replace(/[（()）\s第]/g, "").normalize("NFKC").replace(/[()]/g, "");
  if (/^\d+$/.test(plain)) return Number(plain);
  const chars = [...plain.replace("廿", "二十").replace("卅", "三十")];
  if (chars.every((char) => char in DIGIT)) return Number(chars.map((char) => DIGIT[char]).join(""));
  let total = 0, digit = 0;
  for (const char of chars) if (char in DIGIT) digit = DIGIT[char]; else { total += (digit || 1) * UNIT[char]; digit = 0; }
  return total + digit;
}
const matchAt = (form, text, at) => { form.lastIndex = at; return form.exec(text); };

/** The titles in 《》, the outermost. */
function titlesIn(text) {
  const found = [];
  let opened = [];
  text.replace(/[《〈》〉\n]/g, (mark, at) => {
    if (mark === "\n") opened = [];
    else if ("《〈".includes(mark)) opened.push(at);
    else if (opened.length) {
      const start = opened.pop(), end = at + 1;
      if (end - start > 2 && end - start <= 120) {
        while (found.length && found[found.length - 1].start > start) found.pop();
        found.push({ start, end, name: text.slice(start + 1, end - 1) });
      }
    }
    return mark;
  });
  return found;
}

/** What a list of provisions names, from where it begins: {targets: [article, branch, paragraph, item], end}. */
function provisionsAt(text, start) {
  let at = start, match = matchAt(DIVISIONS, text, at), found = [], end = 0, part = 0;
  while (match) { part = valueOf(/第\s*(.*?)\s*(?:部分|分编|[编章节])/.exec(match[0])[1]); at += match[0].length; match = matchAt(DIVISIONS, text, at); }
  for (;;) {
    let made, row = matchAt(ROW, text, at);
    if (row && row[2] === "条") {
      made = rowOf(row[1]).map((article) => [article, 0, 0, 0]);
      match = row;
    } else {
      match = matchAt(OF_ARTICLE, text, at) || found.length && matchAt(MORE, text, at);
      if (!match) break;
      made = [[valueOf(match[1]), match[2] ? valueOf(match[2]) : 0, 0, 0]];
    }
    if (!found.length && COUNTED.test(text.slice(at + match[0].length))) break;
    at += match[0].length;
    const last = made[made.length - 1], inside = within(text, at, last);
    if (inside) { made = made.slice(0, -1).concat(inside.targets); at = inside.end; }
    const previous = found[found.length - 1];
    if (previous && found.ranged && made[0][0] > previous[0] && made[0][0] - previous[0] < 400) for (let n = previous[0] + 1; n < made[0][0]; n++) found.push([n, 0, 0, 0]);
    found.push(...made);
    end = at;
    const to = matchAt(TO, text, at), join = to || matchAt(AND, text, at);
    if (!join) break;
    found.ranged = Boolean(to);
    at += join[0].length;
  }
  if (!found.length) {
    const bare = within(text, start, [0, 0, 0, 0]);
    if (bare && text[start] === "第") return { targets: bare.targets, end: bare.end, part };
  }
  return found.length ? { targets: found, end, part } : null;
}
const SIGNS = /(以及|或者|[、和及与或至到—–-])?\s*(?:第\s*)?((?:[（(]\s*)?(?:[〇零○一二三四五六七八九十百千两廿卅]{1,8}|[0-9０-９]{1,4}|[㈠-㈩])(?:\s*[）)])?)/g;
function rowOf(words) {
  const found = [];
  words.replace(SIGNS, (all, sign, number) => {
    const value = valueOf(number), last = found[found.length - 1];
    if (sign && /[至到—–-]/.test(sign) && value > last && value - last < 400) for (let n = last + 1; n < value; n++) found.push(n);
    found.push(value);
    return all;
  });
  return found;
}
/** An article's 款 and 项 named behind it. */
function within(text, at, [article, branch]) {
  const found = [];
  let end = at, paragraph = 0, first = true;
  for (;;) {
    let numbers = null, items = null, match = matchAt(ROW, text, at);
    if (match && match[2] === "款") numbers = rowOf(match[1]);
    else if ((match = matchAt(PARAGRAPH, text, at)) || first && article && (match = matchAt(SHORT_PARAGRAPH, text, at))) numbers = [valueOf(match[1])];
    if (numbers) {
      at += match[0].length;
      numbers.slice(0, -1).forEach((number) => found.push([article, branch, number, 0]));
      paragraph = numbers[numbers.length - 1];
    }
    match = matchAt(ROW, text, at);
    if (match && match[2] === "项") items = rowOf(match[1]);
    else if ((match = matchAt(ITEM, text, at))) items = [valueOf(match[1] || match[2])];
    if (items) { at += match[0].length; items.forEach((item) => found.push([article, branch, paragraph, item])); }
    if (!numbers && !items) break;
    if (!items) found.push([article, branch, paragraph, 0]);
    end = at;
    first = false;
    match = matchAt(AND, text, at);
    if (!match) break;
    at += match[0].length;
  }
  return found.length ? { targets: found, end } : null;
}

const plainName = (name) => name.replace(/[（(](?:试行|暂行|[^（）()]{0,12}(?:修订|修正|修改|通过|年|版)[^（）()]{0,12})[）)]$/, "").replace(/[“”‘’"「」『』《》〈〉\s]/g, "");
const kindOf = (name) => (new RegExp(`(?:${KINDS})$`).exec(name) || [""])[0];
/** Whether a name is a title with parts left out: 公共阅览室条例. */
function isShortFor(form, title) {
  const kind = kindOf(title);
  if (!kind || kindOf(form) !== kind || form.startsWith("关于")) return false;
  const held = title.slice(0, -kind.length);
  let rest = form.slice(0, -kind.length), at = 0, pieces = 0;
  while (rest && pieces < 3) {
    let size = rest.length;
    while (size > 1 && !held.includes(rest.slice(0, size), at)) size--;
    if (size < 2) return false;
    at = held.indexOf(rest.slice(0, size), at) + size;
    rest = rest.slice(size);
    pieces++;
  }
  return !rest && pieces > 0;
}

/** The citations of a text: {start, end, base, article, path, paragraph, item}. */
function citationsIn(text) {
  const titles = titlesIn(text), said = new Map(), found = [];
  const full = (name) => tables.bases.find((base) => base.full === name || name.length >= 9 && base.full.endsWith(name));
  for (const match of all(/(?:以下|下文|后文|本文)?(?:分别|统一)?[统简通合均]?称[为作]?[：: ]*[《“"「『]([^《》“”"「」『』\n]{1,30})[》”"」』]/g, text)) {
    const before = titles.filter(({ end }) => end <= match.index).pop();
    if (before && match.index - before.end < 70) said.set(plainName(match[1]), (full(plainName(before.name)) || { id: null }).id);
  }
  const ofTitle = (name) => {
    name = plainName(name);
    if (said.has(name)) return said.get(name);
    const whole = full(name);
    if (whole) return whole.id;
    const meant = tables.bases.filter((base) => base.forms.includes(name));
    const some = meant.length ? meant : tables.bases.filter((base) => isShortFor(name, base.stem));
    if (some.length !== 1) return null;
    const rivals = titles.map((title) => plainName(title.name)).filter((title) => title !== name && kindOf(title) === kindOf(name) && title !== kindOf(title) && !said.has(title) && (title.endsWith(name) || isShortFor(name, title)));
    return rivals.length && rivals.every((title) => full(title) !== some[0]) ? null : some[0].id;
  };
  const documents = titles.map(({ start, end, name }) => ({ start, end, name, base: ofTitle(name) }));
  let last = { base: null, targets: [], end: 0 }, passed = 0;
  const named = [];
  for (let at = 0; at < text.length; at++) {
    if (!"第前同本该此".includes(text[at])) continue;
    while (passed < documents.length && documents[passed].end <= at) named.push(documents[passed++]);
    if (passed < documents.length && documents[passed].start < at) { at = documents[passed].end - 1; continue; }
    const relative = text[at] === "第" ? null : matchAt(RELATIVE, text, at), start = at;
    if (text[at] !== "第" && (!relative || /[目以之提当面眼日此空]$/.test(text.slice(Math.max(0, at - 1), at)))) continue;
    let read, base, known = false;
    if (relative) {
      const before = last.targets[last.targets.length - 1];
      if (!before || !near(text, last.end, start, 2)) continue;
      const own = relative[0].endsWith("条") ? [relative[0][0] === "前" ? before[0] - 1 : before[0], relative[0][0] === "前" ? 0 : before[1], 0, 0] : relative[0] === "前款" ? [before[0], before[1], Math.max(1, (before[2] || 2) - 1), 0] : [before[0], before[1], before[2], Math.max(1, (before[3] || 2) - 1)];
      const inside = within(text, start + relative[0].length, own);
      read = { targets: inside ? inside.targets.map(([, , paragraph, item]) => [own[0], own[1], paragraph || own[2], item]) : [own], end: inside ? inside.end : start + relative[0].length };
      base = last.base;
      known = true;
    } else {
      read = provisionsAt(text, start);
      if (!read) continue;
      const title = named[named.length - 1], words = text.slice(Math.max(last.end, title ? title.end : 0, start - 16), start);
      let pointing, noun;
      if (title && title.end >= last.end && start - title.end <= 90 && BEHIND_TITLE.test(text.slice(title.end, start))) [base, known] = [title.base, true];
      else if ((pointing = POINTING.exec(words))) {
        const kind = pointing[2], any = /法规|法律|规章|文件/.test(kind), same = named.filter((each) => any || plainName(each.name).endsWith(kind)).pop(), own = tables.bases.filter((each) => each.full.endsWith(kind));
        base = same ? same.base : pointing[1] === "本" && own.length === 1 ? own[0].id : null;
        known = true;
      } else if ((noun = NOUN.exec(words)) && !(title && /^\s*的?(?:有关|相关|明确|具体)?规定的?\s*$/.test(text.slice(title.end, start)))) {
        const name = plainName(words.replace(/[（(的中里\s]+$/, "")).replace(/^.*[，。；：、]/, "");
        base = (tables.bases.find((each) => [each.full, ...each.forms].some((form) => form.length > 2 && name.endsWith(form))) || { id: null }).id;
        named.push({ end: start, name, base });
        known = true;
      } else if (!COUNTED.test(text.slice(read.end))) {
        const since = Math.max(last.end, title ? title.end : 0);
        if (since && near(text, since, start, 1)) [base, known] = [since === last.end ? last.base : title.base, true];
        else if (CITING.test(text.slice(Math.max(0, start - 2), start)) && read.targets[0][0] && new Set(named.map((each) => each.base)).size === 1) [base, known] = [named[0].base, true];
      }
      const before = last.targets[last.targets.length - 1];
      if (known && !read.targets[0][0]) read.targets = before ? read.targets.map(([, , paragraph, item]) => [before[0], before[1], paragraph, item]) : [];
    }
    if (!known || !read.targets.length) continue;
    last = { base, targets: read.targets, end: read.end };
    if (base) for (const [article, branch, paragraph, item] of read.targets) found.push(...cited(start, read.end, base, article, branch, paragraph, item, read.part));
    at = read.end - 1;
  }
  return found;
}
function all(form, text) {
  const found = [];
  for (let match; (match = form.exec(text));) found.push(match);
  return found;
}
function near(text, end, start, most) {
  const between = text.slice(end, start);
  return between.length < 1000 && !between.includes("\n") && (between.replace(/[“「『][^“「」『』”\n]{0,400}[”」』]/g, "").match(STOPS) || []).length <= most;
}
function cited(start, end, id, number, branch, paragraph, item, part) {
  const base = tables.bases.find((each) => each.id === id);
  let path = branch ? [number, branch] : [number];
  if (base.restarts) {
    if (part) path = [part, number || item]; else if (number && item) { path = [number, item]; item = 0; } else return [];
  }
  const article = base.articles.find((each) => each.path === path.join("-"));
  return [{ start, end, base: id, path, article: article ? article.number : 0, paragraph, item }];
}

// --- whether what is cited is there

/** The citations of a draft: {start, end, name, page, exists, quotation, stands}. */
function findCitations(text, quotations) {
  return citationsIn(text).map((one) => {
    const base = tables.bases.find((each) => each.id === one.base), article = base.articles.find((each) => each.number === one.article), found = { start: one.start, end: one.end, base: one.base, article: one.article, quotation: quotationOf(text, one, quotations), stands: false };
    if (!article) return Object.assign(found, { name: `${base.short}第${numeral(one.path[one.path.length - 1])}条`, page: "", exists: false });
    const unit = one.paragraph || one.item ? unitOf(article, one.paragraph, one.item) : null, told = !one.paragraph && !one.item ? "" : !one.item ? `第${numeral(one.paragraph)}款` : `${one.paragraph ? `第${numeral(one.paragraph)}款` : ""}第（${numeral(one.item)}）项`;
    const quoted = quotations[found.quotation];
    found.stands = Boolean(quoted) && quoted.places.some((place) => place.base === one.base && place.article === one.article && (!told || unit && unit[1] <= place.start && place.end <= unit[2]));
    return Object.assign(found, { name: base.short + article.name + told, page: article.page, exists: !told || Boolean(unit) });
  });
}
function unitOf({ units }, paragraph, item) {
  return units.find(([address]) => {
    const steps = /^k(\d+)(?:x(\d+))?$/.exec(address);
    return steps && (Number(steps[1]) === paragraph && Number(steps[2] || 0) === item || item && !paragraph && Number(steps[2]) === item);
  });
}
function quotationOf(text, one, quotations) {
  let behind = -1, before = -1;
  quotations.forEach(({ start, end }, at) => {
    const between = text.slice(one.end, start);
    if (start >= one.end && behind < 0 && between.length <= 40 && !/[。！？!?；;\n]/.test(between)) behind = at;
    if (end <= one.start && /^[”」』。；]{0,3}[（(](?:见|引自|参见|载)?[^（）()。]{0,24}$/.test(text.slice(end, one.start))) before = at;
  });
  return before >= 0 ? before : behind;
}
function numeral(value) {
  const digits = "零一二三四五六七八九";
  let written = "";
  for (const [unit, name] of [[1000, "千"], [100, "百"], [10, "十"], [1, ""]]) {
    const digit = Math.floor(value / unit) % 10;
    if (digit) written += digits[digit] + name; else if (written && value % unit && !written.endsWith("零")) written += "零";
  }
  return written.replace(/^一十/, "十");
}
