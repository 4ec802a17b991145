'use strict';
(() => {
  const data = JSON.parse(document.getElementById('data').textContent);
  const texts = data.texts;
  const byId = id => document.getElementById(id);
  const HOUR = 3600e3, DAY = 24 * HOUR, SOON = DAY, MANY = 1000, PAPER = 400;

  // ---- words and numbers

  const say = (key, ...values) => texts[key].replace(/\{(\d)\}/g, (_, i) => values[i]);
  const order = new Intl.Collator(data.lang, { numeric: true });
  const weekdays = texts.weekdays.split(','), months = texts.months.split(',');
  const two = n => String(n).padStart(2, '0');
  const whole = new Intl.NumberFormat(data.lang);

  // The offsets of the report's time zone, as the maker knew them: [from, minutes], so that no browser has to know the zone.
  const offsetAt = ms => {
    let offset = data.offsets[0][1];
    for (const [from, minutes] of data.offsets) {
      if (from <= ms) offset = minutes;
    }
    return offset * 60e3;
  };
  const local = ms => new Date(ms + offsetAt(ms));
  const startOfDay = ms => {
    const midnight = Math.floor((ms + offsetAt(ms)) / DAY) * DAY;
    const guess = midnight - offsetAt(midnight - offsetAt(ms));
    return guess > ms ? guess - DAY : guess;
  };
  const nextDay = ms => startOfDay(startOfDay(ms) + 30 * HOUR);
  const dated = (ms, pattern) => {
    const d = local(ms);
    return pattern.replace(/\{(.)\}/g, (_, c) => ({ w: weekdays[d.getUTCDay()], d: d.getUTCDate(), m: months[d.getUTCMonth()], y: d.getUTCFullYear() })[c]);
  };
  const isFar = ms => Math.abs(ms - data.made) > 300 * DAY;
  const day = ms => dated(ms, isFar(ms) ? texts.dateLong : texts.date);
  const clock = (ms, seconds = true) => {
    const d = local(ms);
    return `${two(d.getUTCHours())}:${two(d.getUTCMinutes())}${seconds ? ':' + two(d.getUTCSeconds()) : ''}`;
  };
  const moment = (ms, seconds = true) => `${day(ms)} ${clock(ms, seconds)}`;
  const sortable = ms => {
    const d = local(ms);
    return `${d.getUTCFullYear()}-${two(d.getUTCMonth() + 1)}-${two(d.getUTCDate())} ${clock(ms)}`;
  };
  const during = (from, to) => say('during', moment(from), startOfDay(from) === startOfDay(to) ? clock(to) : moment(to), long(to - from));

  // A span in the two largest units that it has: nobody reads seconds of a day.
  const long = ms => {
    const s = Math.round(Math.abs(ms) / 1000);
    const parts = [['unitD', Math.floor(s / 86400)], ['unitH', Math.floor(s / 3600) % 24], ['unitM', Math.floor(s / 60) % 60], ['unitS', s % 60]];
    const first = parts.findIndex(([, n]) => n > 0);
    if (first < 0) return say('unitS', 0);
    return parts.slice(first, first + 2).filter(([, n]) => n > 0).map(([unit, n]) => say(unit, n)).join(' ');
  };
  const exact = ms => {
    const s = Math.round(ms / 1000);
    return `${Math.floor(s / 3600)}:${two(Math.floor(s / 60) % 60)}:${two(s % 60)}`;
  };
  const size = bytes => bytes >= 1e12 ? `${(bytes / 1e12).toFixed(1)} TB` : bytes >= 1e9 ? `${(bytes / 1e9).toFixed(1)} GB` : bytes >= 1e6 ? `${Math.round(bytes / 1e6)} MB` : bytes > 0 ? `${Math.ceil(bytes / 1e3)} kB` : '';

  // ---- elements; never out of text with marks in it

  const put = (node, attributes, children) => {
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== null && value !== undefined && value !== false) node.setAttribute(name, value === true ? '' : value);
    }
    node.append(...children.filter(child => child !== null && child !== undefined));
    return node;
  };
  const el = (tag, attributes = {}, ...children) => put(document.createElement(tag), attributes, children);
  const svg = (tag, attributes = {}, ...children) => put(document.createElementNS('http://www.w3.org/2000/svg', tag), attributes, children);
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = say(node.dataset.text);
  for (const node of document.querySelectorAll('[data-label]')) {
    node.setAttribute('aria-label', say(node.dataset.label));
    node.title = say(node.dataset.label);
  }

  // ---- what there is

  const channels = data.channels.map(([id, name]) => ({ id, name, label: name || id, air: [], recs: [], gaps: [], events: [] }));
  const recs = data.recordings.map(row => Object.fromEntries(data.columns.map((name, i) => [name, row[i]])));
  for (const rec of recs) {
    rec.channel = channels[rec.ChannelId];
    rec.begin = rec.RecordBeginTime;
    rec.end = rec.Status === 'Recording' ? data.made
      : rec.CreatedTime > rec.begin ? rec.CreatedTime
      : rec.begin !== null ? rec.begin + (rec.Duration || 0) : null;
    rec.isSafe = rec.Status === 'TransferFinish';
    rec.isGone = rec.Status === 'Deleted';
    rec.left = !rec.isSafe && !rec.isGone && rec.ShouldDeleteTime !== null ? rec.ShouldDeleteTime - data.made : null;
    rec.bytes = ((rec.VideoBitrate || 0) + (rec.AudioBitrate || 0)) / 8 * (rec.Duration ?? (rec.begin === null ? 0 : rec.end - rec.begin)) / 1000;
    rec.channel.recs.push(rec);
  }
  for (const [c, from, to, isOngoing] of data.air) channels[c].air.push({ from, to, isOngoing });
  const gaps = data.gaps.map(([c, kind, part, from, to, length, isOngoing, record, other, status, deletedAt]) =>
    ({ channel: channels[c], kind, part, from, to, length, isOngoing, record, other, status, deletedAt }));
  for (const gap of gaps) gap.channel.gaps.push(gap);
  for (const [c, time, level, code] of data.events) channels[c].events.push({ time, level, code });
  const recById = new Map(recs.map(rec => [rec.RecordId, rec]));

  // ---- what needs somebody

  // Symbols and words beside every colour.
  const states = {
    Recording: ['note', '●'], Processing: ['note', '…'], ProcessingFail: ['bad', '✕'], TransferReady: ['warn', '○'], Transfer: ['note', '↑'],
    TransferFinish: ['good', '✓'], TransferFail: ['bad', '✕'], Deleted: ['note', '–'], Unknown: ['note', '?'],
  };
  const word = id => /^[\w-]+$/.test(id) ? id : null;
  const upload = rec => `Export-LsRecording ${rec.RecordId} -BucketName …`;

  const tasks = [];
  const task = (rank, level, mark, what, about) => tasks.push({ rank, level, mark, what, ...about });
  for (const gap of gaps) {
    const about = { channel: gap.channel, from: gap.from, to: gap.to, length: gap.length, gap };
    if (gap.kind === 'Gap' && gap.isOngoing) {
      task(0, 'bad', '!', say('nowBare'), { ...about, run: word(gap.channel.id) && `Start-LsRecording ${gap.channel.id}` });
    } else if (gap.kind === 'Gap') {
      task(5, 'bad', '▨', say('gap' + gap.part), about);
    } else if (gap.kind === 'Break') {
      task(6, 'warn', '‖', say('interruption'), about);
    } else if (gap.kind === 'Short') {
      task(6, 'warn', '½', say('short'), { ...about, detail: `${say('recordingNo', gap.record)}, ${say('lacks', long(gap.length))}` });
    } else if (gap.kind === 'Overlap') {
      task(7, 'note', '2×', say('overlap'), { ...about, detail: say('andNo', gap.record, gap.other) });
    } else if (gap.status === 'ProcessingFail') {
      task(4, 'bad', '✕', say('processingFail'), { ...about, detail: say('recordingNo', gap.record) });
    }
  }
  let soon = 0, waiting = 0;
  for (const rec of recs) {
    const about = { channel: rec.channel, from: rec.begin, to: rec.end, detail: `${say('recordingNo', rec.RecordId)}${rec.FileName ? ' · ' + rec.FileName : ''}`, run: upload(rec), left: rec.left };
    const failed = rec.Status === 'TransferFail' ? say('transferFail') : null;
    const named = text => failed ? `${failed} · ${text}` : text;
    if (rec.isSafe || rec.isGone || rec.Status === 'ProcessingFail') continue;
    if (rec.left !== null && rec.left <= 0) {
      soon++;
      task(1, 'bad', '!', named(say('overdue')), about);
    } else if (rec.left !== null && rec.left <= SOON) {
      soon++;
      task(2, 'bad', '!', named(say('lostIn', long(rec.left))), about);
    } else if (failed) {
      task(3, 'bad', '✕', rec.left === null ? failed : named(say('lostIn', long(rec.left))), about);
    } else if (rec.Status === 'TransferReady') {
      waiting++;
      task(8, 'note', '○', say('leftAtService', rec.left === null ? '?' : long(rec.left)), about);
    }
  }
  tasks.sort((a, b) => a.rank - b.rank || (a.left ?? 0) - (b.left ?? 0) || (a.from ?? Infinity) - (b.from ?? Infinity));
  const urgent = tasks.filter(item => item.level !== 'note').length;

  // ---- hours

  const union = spans => {
    const merged = [];
    for (const [from, to] of spans.filter(([f, t]) => t > f).sort((a, b) => a[0] - b[0])) {
      const last = merged[merged.length - 1];
      if (last && from <= last[1]) last[1] = Math.max(last[1], to);
      else merged.push([from, to]);
    }
    return merged;
  };
  const clip = spans => spans.map(([f, t]) => [Math.max(f, data.from), Math.min(t, data.to)]);
  // What failed was on air too, as far as the log knows of it.
  const missingOf = channel => [
    ...channel.gaps.filter(g => g.kind === 'Gap').map(g => [g.from, g.to]),
    ...channel.gaps.filter(g => g.kind === 'Failed' && g.status === 'ProcessingFail' && g.from !== null)
      .flatMap(g => channel.air.map(a => [Math.max(g.from, a.from), Math.min(g.to, a.to)])),
  ];
  const days = new Map();
  const dayOf = (channel, at) => {
    const key = `${channels.indexOf(channel)}/${at}`;
    if (!days.has(key)) days.set(key, { channel, at, air: 0, made: 0, missing: 0, count: 0, bytes: 0, safe: 0 });
    return days.get(key);
  };
  const total = { air: 0, made: 0, missing: 0 };
  const indexOf = new Map(channels.map((channel, i) => [channel, i]));
  channels.indexOf = channel => indexOf.get(channel);
  for (const channel of channels) {
    for (const [name, spans] of [
      ['air', channel.air.map(a => [a.from, a.to])],
      ['made', channel.recs.filter(r => r.begin !== null && r.Status !== 'ProcessingFail').map(r => [r.begin, r.end])],
      ['missing', missingOf(channel)],
    ]) {
      for (let [from, to] of union(clip(spans))) {
        total[name] += to - from;
        while (from < to) {
          const until = Math.min(nextDay(from), to);
          dayOf(channel, startOfDay(from))[name] += until - from;
          from = until;
        }
      }
    }
    for (const rec of channel.recs) {
      if (rec.begin === null) continue;
      const row = dayOf(channel, startOfDay(rec.begin));
      row.count++;
      row.bytes += rec.bytes;
      row.safe += rec.isSafe ? 1 : 0;
    }
  }

  // ---- the head

  const offset = minutes => `${minutes < 0 ? '−' : '+'}${Math.floor(Math.abs(minutes) / 60)}${Math.abs(minutes) % 60 ? ':' + two(Math.abs(minutes) % 60) : ''}`;
  const zone = data.zone === 'UTC' ? 'UTC' : `${data.zone} (${say('offset', offset(offsetAt(data.to) / 60e3))})`;
  const isEmpty = recs.length === 0 && data.air.length === 0;
  byId('scope').textContent = say('scope', moment(data.from, false), moment(data.to, false), zone, moment(data.made, false));
  const notice = text => byId('notices').append(el('p', { class: 'notice' }, text));
  if (data.unread.length) notice(say('incomplete', data.unread.slice(0, 20).join(', ') + (data.unread.length > 20 ? ' …' : '')));
  if (Date.now() - data.made > HOUR) notice(say('older', long(Date.now() - data.made)));
  const untimed = recs.filter(rec => rec.begin === null).length;
  if (untimed) notice(say('untimed', whole.format(untimed)));
  byId('made').textContent = [data.isGiven ? say('given') : '', say('made')].join(' ');

  const verdict = byId('todo');
  const [tone, mark, sentence] = isEmpty ? ['good', '–', say('nothing')]
    : urgent ? [tasks.some(item => item.level === 'bad') ? 'bad' : 'warn', '!', urgent === 1 ? say('needsOne') : say('needs', whole.format(urgent))]
    : waiting ? ['good', '✓', waiting === 1 ? say('allSafeOne') : say('allSafe', whole.format(waiting))]
    : ['good', '✓', say('allWell')];
  verdict.className = tone;
  verdict.dataset.mark = mark;
  verdict.textContent = sentence;

  const failedCount = recs.filter(rec => rec.Status === 'ProcessingFail' || rec.Status === 'TransferFail').length;
  const files = recs.filter(rec => !rec.isGone && rec.Status !== 'ProcessingFail');
  const safeCount = files.filter(rec => rec.isSafe).length;
  const share = total.air > 0 ? `${Math.floor(100 * (1 - Math.min(1, total.missing / total.air)))} %` : '–';
  const figure = (value, key, tone = '') => byId('figures').append(el('li', { class: tone || null }, el('strong', {}, value), el('span', {}, key)));
  if (!isEmpty) {
    figure(long(total.air), say('onAir'));
    figure(long(total.air - total.missing), say('recorded', share));
    figure(total.missing ? long(total.missing) : '0', say('missing'), total.missing ? 'bad' : 'good');
    figure(whole.format(failedCount), say('failed'), failedCount ? 'bad' : 'good');
    figure(whole.format(soon), say('soon'), soon ? 'bad' : 'good');
    figure(say('of', whole.format(safeCount), whole.format(files.length)), say('inBucket'), safeCount === files.length ? 'good' : 'warn');
  }

  const showTasks = count => {
    byId('tasks').replaceChildren(...tasks.slice(0, count).map(item => el('li', { class: item.level },
      el('span', { class: 'mark', 'aria-hidden': 'true' }, item.mark),
      el('div', {}, el('b', {}, item.what), item.detail ? el('small', {}, item.detail) : null),
      el('div', { class: 'who' }, item.channel.label, item.channel.name ? el('small', {}, item.channel.id) : null),
      el('div', { class: 'when' }, item.from === null ? '' : during(item.from, item.to), item.run ? el('small', {}, el('code', {}, item.run)) : null),
      item.from === null ? el('span') : el('button', { type: 'button', 'data-task': tasks.indexOf(item), 'aria-label': say('showAbout', `${item.what}, ${item.channel.label}`) }, say('show')))));
    if (tasks.length > count) byId('tasks').append(el('li', {}, el('span'), el('div', {}, say('restInTable', whole.format(tasks.length - count)))));
  };
  const few = tasks.length > 14 ? 12 : tasks.length;
  const showFew = () => {
    showTasks(few);
    if (tasks.length > few) byId('tasks').lastChild.remove();
  };
  showFew();
  byId('moreTasks').textContent = say('moreTasks', whole.format(tasks.length));
  byId('moreTasks').hidden = tasks.length <= few;
  byId('moreTasks').addEventListener('click', () => {
    byId('moreTasks').hidden = true;
    showTasks(MANY);
    byId('tasks').children[few]?.querySelector('button')?.focus();
  });
  byId('tasks').addEventListener('click', event => {
    const button = event.target.closest('[data-task]');
    if (button) pick(tasks[button.dataset.task], true);
  });

  // ---- the timeline

  const marks = [
    ['air', 'lAir', 5, 6], ['safe', 'lSafe', 16, 18], ['there', 'lThere', 16, 18], ['run', 'lRun', 16, 18], ['gone', 'lGone', 16, 18],
    ['short', 'lShort', 16, 18], ['overlap', 'lOverlap', 16, 18], ['unsent', 'lUnsent', 16, 18], ['break', 'lBreak', 3, 34], ['gap', 'lGap', 12, 27], ['failed', 'lFailed', 12, 27],
  ];
  const markOf = rec => rec.isSafe ? 'safe' : rec.isGone ? 'gone' : rec.Status === 'ProcessingFail' ? null
    : rec.Status === 'Recording' || rec.Status === 'Processing' ? 'run' : 'there';
  const gapMark = { Gap: 'gap', Break: 'break', Short: 'short', Overlap: 'overlap', Failed: 'failed' };
  const markOfGap = gap => gap.status === 'TransferFail' && gap.kind === 'Failed' ? 'unsent' : gapMark[gap.kind];
  const spansOf = channel => channel.spans ??= (() => {
    const spans = Object.fromEntries(marks.map(([name]) => [name, []]));
    for (const air of channel.air) spans.air.push([air.from, air.to, air]);
    for (const rec of channel.recs) {
      const name = markOf(rec);
      if (name && rec.begin !== null) spans[name].push([rec.begin, rec.end, rec]);
    }
    for (const gap of channel.gaps) if (gap.from !== null) spans[markOfGap(gap)].push([gap.from, gap.to, gap]);
    for (const list of Object.values(spans)) list.sort((a, b) => a[0] - b[0]);
    return spans;
  })();

  // What is wrong is never thinner than this, and is drawn last.
  const LEAST = { gap: 4, failed: 5, unsent: 5, break: 4, short: 3, overlap: 3 };
  const boxes = (spans, from, to, width, least) => {
    const scale = width / (to - from);
    const out = [];
    for (const [begin, end] of spans) {
      if (end < from || begin > to) continue;
      let x = Math.max(-4, (begin - from) * scale);
      let right = Math.min(width + 4, (end - from) * scale);
      if (right - x < least) {
        x = Math.max(0, (x + right - least) / 2);
        right = x + least;
      }
      const last = out[out.length - 1];
      if (last && x - last[1] < 0.5) last[1] = Math.max(last[1], right);
      else out.push([x, right]);
    }
    return out;
  };
  const path = (list, y, height) => list.map(([x, right]) => `M${x.toFixed(1)} ${y}H${right.toFixed(1)}V${y + height}H${x.toFixed(1)}Z`).join('');
  const draw = (channel, from, to, width, height) => {
    const spans = spansOf(channel);
    const picture = svg('svg', { viewBox: `0 0 ${width} ${height}`, preserveAspectRatio: 'none', 'aria-hidden': 'true', focusable: 'false' });
    for (const at of ticksOf(from, to, width).list) picture.append(svg('line', { x1: at.x, x2: at.x, y1: 0, y2: height }));
    for (const [name, , y, h] of marks) {
      const list = boxes(spans[name], from, to, width, LEAST[name] || 1);
      if (!list.length) continue;
      picture.append(svg('path', { class: 's-' + name, d: path(list, y, h) }));
      if (name === 'failed' || name === 'unsent') picture.append(svg('path', { class: name === 'failed' ? 's-failMark' : 's-unsentMark', d: list.filter(([x, r]) => r - x > 14).map(([x, r]) => `M${(x + r) / 2 - 4} 21l8 8m0 -8l-8 8`).join('') }));
    }
    const alarms = [], ticks = [];
    for (const event of channel.events) {
      if (event.time < from || event.time > to) continue;
      (event.level === 'Error' ? alarms : ticks).push(`M${((event.time - from) * width / (to - from)).toFixed(1)} 40l3.5 4 -3.5 4 -3.5 -4Z`);
    }
    if (ticks.length) picture.append(svg('path', { class: 's-event', d: ticks.join('') }));
    if (alarms.length) picture.append(svg('path', { class: 's-alarm', d: alarms.join('') }));
    if (picked && picked.channel === channel && picked.from !== null && picked.to >= from && picked.from <= to) {
      const [[x, right]] = boxes([[picked.from, picked.to]], from, to, width, 6);
      picture.append(svg('rect', { class: 's-picked', x: x - 2, y: 1.5, width: right - x + 4, height: 38, rx: 3 }));
    }
    if (data.made >= from && data.made <= to) {
      const x = (data.made - from) * width / (to - from);
      picture.append(svg('line', { class: 'now', x1: x, x2: x, y1: 0, y2: height }));
    }
    return picture;
  };

  const STEPS = [1e3, 5e3, 15e3, 30e3, 60e3, 5 * 60e3, 15 * 60e3, 30 * 60e3, HOUR, 2 * HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR, DAY, 2 * DAY, 7 * DAY, 14 * DAY, 30 * DAY, 91 * DAY, 365 * DAY];
  const ticksOf = (from, to, width) => {
    const step = STEPS.find(s => s * width / (to - from) >= 76) || STEPS[STEPS.length - 1];
    const list = [];
    for (let at = step >= DAY ? nextDay(from - 1) : Math.ceil((from + offsetAt(from)) / step) * step - offsetAt(from); at <= to && list.length < 400;) {
      list.push({ at, x: Math.round((at - from) * width / (to - from)) + 0.5 });
      if (step < DAY) at += step;
      else for (let n = step / DAY; n > 0; n--) at = nextDay(at);
    }
    return { step, list };
  };

  const timeline = byId('timeline'), lanesHost = byId('lanes'), axisHost = byId('axis');
  const full = { from: data.from, to: Math.max(data.to, data.from + 60e3) };
  let view = { ...full };
  let chosen = null, picked = null, rows = [], printWidth = 0;
  const drawn = new Map();

  const byTrouble = channels.slice().sort((a, b) => worst(a) - worst(b) || order.compare(a.label, b.label));
  function worst(channel) {
    return channel.worst ??= channel.gaps.some(g => g.isOngoing) ? 0 : channel.gaps.some(g => g.kind === 'Gap' || g.kind === 'Failed') ? 1 : channel.gaps.length ? 2 : channel.air.length || channel.recs.length ? 3 : 4;
  }
  const lanesOf = () => {
    if (!chosen) return byTrouble.map(channel => ({ channel, title: channel.label, note: channel.name ? channel.id : '', from: view.from, to: view.to }));
    const list = [];
    for (let at = startOfDay(view.from); at < view.to && list.length < 3000; at = nextDay(at)) {
      const spans = spansOf(chosen);
      const until = nextDay(at);
      if (marks.some(([name]) => spans[name].some(([b, e]) => b < until && e > at))) list.push({ channel: chosen, title: day(at), note: '', from: at, to: until });
    }
    return list;
  };
  const isNarrow = () => !printWidth && timeline.clientWidth < 520;
  const laneHeight = () => printWidth ? 44 : isNarrow() ? 72 : 48;
  const pictureWidth = () => printWidth || Math.max(120, isNarrow() ? timeline.clientWidth : timeline.clientWidth - Math.min(190, Math.max(90, timeline.clientWidth * 0.5)));

  const render = () => {
    rows = lanesOf();
    drawn.clear();
    const width = pictureWidth();
    const { from, to } = chosen ? dayRange() : view;
    const { step, list } = ticksOf(from, to, width);
    const axis = svg('svg', { viewBox: `0 0 ${width} 40`, preserveAspectRatio: 'none' });
    const starts = list.length ? day(list[0].at) === day(from) && list[0].x > 8 : true;
    let [shownDay, dayX] = starts && !chosen ? [day(from), 0] : [null, -1e9];
    if (starts && !chosen) axis.append(svg('text', { x: 4, y: 15, class: 'day' }, shownDay));
    for (const { at, x } of list) {
      const date = day(at);
      if (x > width - (step < 60e3 ? 58 : 42)) continue;
      if (!chosen && date !== shownDay && x - dayX > 96) {
        axis.append(svg('text', { x: x + 4, y: 15, class: 'day' }, date));
        [shownDay, dayX] = [date, x];
      }
      if (step < DAY) axis.append(svg('text', { x: x + 4, y: 33 }, clock(at, step < 60e3)));
      axis.append(svg('line', { x1: x, x2: x, y1: step < DAY ? 20 : 0, y2: 40 }));
    }
    axisHost.replaceChildren(axis);
    lanesHost.style.height = printWidth ? '' : `${rows.length * laneHeight()}px`;
    lanesHost.replaceChildren();
    timeline.setAttribute('aria-label', say('timelineLabel', whole.format(chosen ? 1 : channels.length), moment(view.from, false), moment(view.to, false)));
    fill();
  };
  // One day as the axis of all days of a channel: that of the first one, whose hours are those of the others on all but two days a year.
  const dayRange = () => rows.length ? { from: rows[0].from, to: rows[0].to } : view;

  // Lanes exist while they can be seen: ten thousand channels are ten thousand rows of nothing.
  const fill = () => {
    const height = laneHeight(), width = pictureWidth();
    const first = printWidth ? 0 : Math.max(0, Math.floor((timeline.scrollTop - 40) / height) - 4);
    const last = printWidth ? Math.min(rows.length, 300) : Math.min(rows.length, first + Math.ceil(timeline.clientHeight / height) + 10);
    for (const [i, node] of drawn) {
      if (i < first || i >= last) {
        node.remove();
        drawn.delete(i);
      }
    }
    for (let i = first; i < last; i++) {
      if (drawn.has(i)) continue;
      const row = rows[i];
      const lane = el('div', { class: 'lane' + (picked && picked.channel === row.channel ? ' picked' : ''), 'data-row': i },
        el('span', {}, el('b', { title: row.title }, row.title), row.note ? el('small', { title: row.note }, row.note) : null),
        draw(row.channel, row.from, row.to, width, 48));
      if (!printWidth) {
        lane.style.position = 'absolute';
        lane.style.insetInline = '0';
        lane.style.top = `${i * height}px`;
      }
      drawn.set(i, lane);
      lanesHost.append(lane);
    }
    if (printWidth && rows.length > last) lanesHost.append(el('p', { class: 'cut' }, say('lanesCut', last, rows.length)));
  };

  const see = (from, to) => {
    const length = Math.min(full.to - full.from, Math.max(60e3, to - from));
    const begin = Math.min(full.to - length, Math.max(full.from, from - (length - (to - from)) / 2));
    view = { from: begin, to: begin + length };
    render();
  };
  // Where there is something to see: what was picked, else the middle of what can be seen.
  const focus = () => {
    if (picked && picked.from !== null && picked.to >= view.from && picked.from <= view.to) return (picked.from + picked.to) / 2;
    const seen = recs.filter(rec => rec.begin !== null && rec.end >= view.from && rec.begin <= view.to);
    return seen.length ? seen.reduce((sum, rec) => sum + (rec.begin + rec.end) / 2 / seen.length, 0) : (view.from + view.to) / 2;
  };
  const zoom = (factor, at = focus()) => see(at - (at - view.from) * factor, at + (view.to - at) * factor);
  const move = part => {
    const by = (view.to - view.from) * part;
    const shift = Math.min(full.to - view.to, Math.max(full.from - view.from, by));
    see(view.from + shift, view.to + shift);
  };
  const showSpan = length => {
    const middle = focus();
    if (length === DAY) see(startOfDay(middle), nextDay(middle));
    else see(middle - length / 2, middle + length / 2);
  };
  const choose = channel => {
    chosen = channel;
    byId('lane').value = channel ? String(channels.indexOf(channel)) : '';
    timeline.scrollTop = 0;
    render();
  };

  const problems = tasks.filter(item => item.gap).sort((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity)).filter(item => item.from !== null);
  const tell = item => `${item.channel.label} · ${item.what} · ${during(item.from, item.to)}${item.detail ? ' · ' + item.detail : ''}`;
  function pick(item, scrolls) {
    picked = item;
    if (chosen && chosen !== item.channel) choose(null);
    const room = Math.max((item.to - item.from) * 3, 20 * 60e3);
    see(item.from - room, item.to + room);
    const row = rows.findIndex(one => one.channel === item.channel && one.from <= item.to && one.to >= item.from);
    const top = row * laneHeight();
    if (top < timeline.scrollTop || top > timeline.scrollTop + timeline.clientHeight - 100) timeline.scrollTop = Math.max(0, top - 60);
    byId('readout').textContent = tell(item);
    if (scrolls) {
      byId('timelineSection').scrollIntoView({ block: 'start' });
      timeline.focus({ preventScroll: true });
    }
  }
  const step = by => {
    if (!problems.length) return;
    const here = problems.indexOf(picked);
    pick(problems[here < 0 ? (by > 0 ? 0 : problems.length - 1) : (here + by + problems.length) % problems.length], false);
  };

  byId('zoomAll').addEventListener('click', () => see(full.from, full.to));
  byId('zoomDay').addEventListener('click', () => showSpan(DAY));
  byId('zoomHour').addEventListener('click', () => showSpan(HOUR));
  byId('zoomMinute').addEventListener('click', () => showSpan(60e3));
  byId('zoomIn').addEventListener('click', () => zoom(0.5));
  byId('zoomOut').addEventListener('click', () => zoom(2));
  byId('earlier').addEventListener('click', () => move(-0.5));
  byId('later').addEventListener('click', () => move(0.5));
  byId('previous').addEventListener('click', () => step(-1));
  byId('next').addEventListener('click', () => step(1));
  byId('previous').disabled = byId('next').disabled = !problems.length;
  // Of very many channels the list is made when somebody wants it.
  const listChannels = () => {
    if (byId('lane').options.length <= 1) byId('lane').append(...byTrouble.map(channel => el('option', { value: channels.indexOf(channel) }, channel.label)));
  };
  byId('lane').append(el('option', { value: '' }, say('allChannels')));
  if (channels.length <= 500) listChannels();
  byId('lane').addEventListener('pointerdown', listChannels);
  byId('lane').addEventListener('focus', listChannels);
  byId('lane').addEventListener('change', event => choose(event.target.value === '' ? null : channels[event.target.value]));
  timeline.addEventListener('keydown', event => {
    const act = { ArrowLeft: () => move(-0.2), ArrowRight: () => move(0.2), '+': () => zoom(0.5), '=': () => zoom(0.5), '-': () => zoom(2), Home: () => see(full.from, full.to), n: () => step(1), p: () => step(-1) }[event.key];
    if (act && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      act();
    }
  });
  timeline.addEventListener('scroll', () => requestAnimationFrame(fill), { passive: true });
  const timeAt = event => {
    const lane = event.target.closest?.('[data-row]');
    const box = lane?.querySelector('svg').getBoundingClientRect();
    if (!lane || event.clientX < box.left) return null;
    const row = rows[lane.dataset.row];
    return { row, at: row.from + (event.clientX - box.left) / box.width * (row.to - row.from), reach: (row.to - row.from) / box.width * 4 };
  };
  timeline.addEventListener('wheel', event => {
    const point = timeAt(event);
    if (event.ctrlKey && point && !chosen) {
      event.preventDefault();
      zoom(event.deltaY > 0 ? 1.25 : 0.8, point.at);
    }
  }, { passive: false });
  let drag = null;
  timeline.addEventListener('pointerdown', event => {
    const point = timeAt(event);
    drag = point && !chosen && event.button === 0 ? { x: event.clientX, from: view.from, to: view.to } : null;
  });
  addEventListener('pointerup', () => { drag = null; });
  const words = { air: 'lAir', safe: 'lSafe', there: 'lThere', run: 'lRun', gone: 'lGone' };
  timeline.addEventListener('pointermove', event => {
    if (drag) {
      const by = (drag.x - event.clientX) / pictureWidth() * (drag.to - drag.from);
      const shift = Math.min(full.to - drag.to, Math.max(full.from - drag.from, by));
      if (Math.abs(event.clientX - drag.x) > 3) see(drag.from + shift, drag.to + shift);
      return;
    }
    const point = timeAt(event);
    if (!point) return;
    const spans = spansOf(point.row.channel);
    for (const [name] of marks.slice().reverse()) {
      const hit = spans[name].find(([from, to]) => from - point.reach <= point.at && point.at <= to + point.reach);
      if (!hit) continue;
      const thing = hit[2];
      const found = tasks.find(item => item.gap === thing);
      byId('readout').textContent = found ? tell(found) : [point.row.channel.label, say(words[name] || 'l' + name[0].toUpperCase() + name.slice(1)), during(hit[0], hit[1]), thing.RecordId ? say('recordingNo', thing.RecordId) : null, thing.FileName].filter(Boolean).join(' · ');
      return;
    }
    byId('readout').textContent = `${point.row.channel.label} · ${moment(point.at)}`;
  });
  const used = new Set(channels.flatMap(channel => Object.entries(spansOf(channel)).filter(([, list]) => list.length).map(([name]) => name)));
  for (const [name, key, y, h] of marks) {
    if (used.has(name)) byId('legend').append(el('li', {}, svg('svg', { viewBox: '0 0 30 24', 'aria-hidden': 'true' }, svg('rect', { class: 's-' + name, x: 2, y: h > 20 ? 2 : h < 10 ? 9 : 4, width: 26, height: Math.min(h, 20) }), name === 'failed' || name === 'unsent' ? svg('path', { class: name === 'failed' ? 's-failMark' : 's-unsentMark', d: name === 'failed' ? 'M11 8l8 8m0 -8l-8 8' : 'M11 9l8 8m0 -8l-8 8' }) : null), say(key)));
  }
  byId('timelineSection').hidden = !channels.some(channel => Object.values(spansOf(channel)).some(list => list.length));

  // ---- tables: rows exist while they can be seen

  const badge = rec => {
    const [tone, symbol] = states[rec.Status];
    const known = rec.Status === 'Unknown' && rec.StatusText ? rec.StatusText : say('s' + rec.Status);
    return el('span', { class: 'badge ' + tone }, el('i', { 'aria-hidden': 'true' }, symbol), known);
  };
  class Grid {
    constructor(host, labelledBy, columns, rows, isShort) {
      Object.assign(this, { columns, all: rows, rows, by: null, isDown: false, limit: 0, made: new Map() });
      this.body = el('tbody');
      this.head = el('tr');
      this.table = el('table', { 'aria-labelledby': labelledBy }, el('thead', {}, this.head), this.body);
      this.box = el('div', { class: 'grid' + (isShort ? ' short' : ''), tabindex: 0, role: 'group', 'aria-labelledby': labelledBy }, this.table);
      host.replaceChildren(this.box);
      this.box.addEventListener('scroll', () => requestAnimationFrame(() => this.fill()), { passive: true });
      this.setColumns(columns);
    }
    setColumns(columns) {
      this.columns = columns;
      this.head.replaceChildren(...columns.map(column => {
        const button = el('button', { type: 'button' }, column.name);
        button.addEventListener('click', () => this.sort(column));
        return el('th', { scope: 'col', class: column.isNumber ? 'number' : null, 'aria-sort': this.by?.name === column.name ? (this.isDown ? 'descending' : 'ascending') : 'none' }, button);
      }));
      this.fill(true);
    }
    sort(column) {
      this.isDown = this.by?.name === column.name && !this.isDown;
      this.by = column;
      [...this.head.children].forEach((th, i) => th.setAttribute('aria-sort', this.columns[i].name === column.name ? (this.isDown ? 'descending' : 'ascending') : 'none'));
      this.arrange();
    }
    filter(which) {
      this.which = which;
      this.arrange();
    }
    arrange() {
      this.rows = this.which ? this.all.filter(this.which) : this.all.slice();
      if (this.by) {
        const value = this.by.sort || this.by.value, turn = this.isDown ? -1 : 1;
        const keyed = this.rows.map(row => [value(row), row]);
        keyed.sort(([a], [b]) => {
          const noA = a === null || a === undefined || a === '', noB = b === null || b === undefined || b === '';
          return noA || noB ? noA - noB : turn * (typeof a === 'number' && typeof b === 'number' ? a - b : order.compare(a, b));
        });
        this.rows = keyed.map(([, row]) => row);
      }
      this.box.scrollTop = 0;
      this.fill(true);
    }
    make(row, i) {
      return el('tr', { 'aria-rowindex': i + 2 }, ...this.columns.map(column => {
        const content = column.show ? column.show(row) : column.value(row);
        const text = content === null || content === undefined ? '' : content;
        return el('td', { class: [column.isNumber ? 'number' : '', column.tone ? column.tone(row) : ''].join(' ').trim() || null, title: typeof text === 'string' && text.length > 40 ? text : null }, text);
      }));
    }
    fill(isNew) {
      const height = 34, count = this.rows.length;
      let first = Math.max(0, Math.floor(this.box.scrollTop / height) - 10), last = Math.min(count, first + 46);
      if (this.limit) [first, last] = [0, Math.min(count, this.limit)];
      else if (count <= 60) [first, last] = [0, count];
      if (!isNew && first === this.first && last === this.last) return;
      [this.first, this.last] = [first, last];
      this.table.setAttribute('aria-rowcount', count + 1);
      const pad = rows => {
        const cell = el('td', { colspan: this.columns.length });
        cell.style.height = `${rows * height}px`;
        return el('tr', { class: 'pad', 'aria-hidden': 'true' }, cell);
      };
      if (isNew) this.made.clear();
      for (const i of this.made.keys()) if (i < first || i >= last) this.made.delete(i);
      const shown = [];
      for (let i = first; i < last; i++) {
        if (!this.made.has(i)) this.made.set(i, this.make(this.rows[i], i));
        shown.push(this.made.get(i));
      }
      if (!count) shown.push(el('tr', {}, el('td', { colspan: this.columns.length }, say('none'))));
      if (this.limit) {
        if (last < count) shown.push(el('tr', {}, el('td', { colspan: this.columns.length }, say('firstRows', whole.format(last), whole.format(count)))));
        this.body.replaceChildren(...shown);
      } else {
        this.body.replaceChildren(...(first ? [pad(first)] : []), ...shown, ...(last < count ? [pad(count - last)] : []));
      }
    }
  }

  const where = rec => rec.isSafe ? rec.ObjectStorageUrl || say('bucketSomewhere') : rec.isGone ? say('removed') : rec.Status === 'ProcessingFail' ? say('nowhere')
    : rec.ShouldDeleteTime !== null ? say('atService', moment(rec.ShouldDeleteTime, false)) : say('atServiceOnly');
  const time = name => ({ name, value: rec => rec[name], show: rec => rec[name] === null ? '' : sortable(rec[name]) });
  const span = (name, value) => ({ name, value, show: rec => value(rec) === null ? '' : (value(rec) < 0 ? '-' : '') + exact(Math.abs(value(rec))), isNumber: true });
  const plain = (name, isNumber) => ({ name, value: rec => rec[name], show: rec => rec[name] === null ? '' : String(rec[name]), isNumber });
  const left = { ...span('TimeLeft', rec => rec.left), tone: rec => rec.left !== null && rec.left <= SOON ? 'late' : '' };
  const csv = {
    RecordId: plain('RecordId', true), ChannelId: { name: 'ChannelId', value: rec => rec.channel.id }, RecordType: plain('RecordType'), Status: { name: 'Status', value: rec => say('s' + rec.Status), show: badge },
    RecordSeq: plain('RecordSeq', true), StreamSeq: plain('StreamSeq', true), RecordBeginTime: time('RecordBeginTime'), CreatedTime: time('CreatedTime'), ShouldDeleteTime: time('ShouldDeleteTime'),
    TimeLeft: left, Duration: span('Duration', rec => rec.Duration), Resolution: plain('Resolution'), FileName: plain('FileName'), VideoBitrate: plain('VideoBitrate', true), VideoFrameRate: plain('VideoFrameRate', true),
    AudioBitrate: plain('AudioBitrate', true), AudioCodec: plain('AudioCodec'), UploadPath: plain('UploadPath'), ObjectStorageUrl: plain('ObjectStorageUrl'), StatusText: plain('StatusText'), RecordTypeText: plain('RecordTypeText'),
  };
  const usual = [csv.Status, { name: say('channel'), value: rec => rec.channel.label }, csv.RecordBeginTime, csv.Duration, csv.TimeLeft, csv.RecordType, { name: say('where'), value: where }, csv.FileName, csv.RecordId];
  const allColumns = data.csv.map(name => csv[name]);
  recs.sort((a, b) => (b.begin ?? Infinity) - (a.begin ?? Infinity));
  const grid = new Grid(byId('recordingRows'), 'recordingsTitle', usual, recs);

  const stateNames = [...new Set(recs.map(rec => rec.Status))].sort((a, b) => order.compare(say('s' + a), say('s' + b)));
  byId('state').append(el('option', { value: '' }, say('allStates')), ...stateNames.map(name => el('option', { value: name }, say('s' + name))));
  const applyFilters = () => {
    const wanted = byId('find').value.trim().toLocaleLowerCase(data.lang).normalize('NFC').split(/\s+/).filter(Boolean);
    const state = byId('state').value, unsafe = byId('unsafe').checked;
    grid.filter(rec => (!state || rec.Status === state) && (!unsafe || !(rec.isSafe || rec.isGone))
      && wanted.every(part => (rec.found ??= [rec.RecordId, rec.channel.label, rec.channel.id, rec.FileName, rec.UploadPath, rec.ObjectStorageUrl, rec.StatusText, say('s' + rec.Status), rec.RecordType, rec.begin === null ? '' : sortable(rec.begin)].join(' ').toLocaleLowerCase(data.lang).normalize('NFC')).includes(part)));
    byId('count').textContent = say('count', whole.format(grid.rows.length), whole.format(recs.length));
  };
  let typing = 0;
  byId('find').addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(applyFilters, 120);
  });
  byId('state').addEventListener('change', applyFilters);
  byId('unsafe').addEventListener('change', applyFilters);
  byId('allColumns').addEventListener('change', event => grid.setColumns(event.target.checked ? allColumns : usual));
  byId('filters').addEventListener('submit', event => {
    event.preventDefault();
    applyFilters();
  });
  applyFilters();

  const hours = (name, key, tone) => ({ name: say(key), value: row => row[name], show: row => row[name] ? exact(row[name]) : '', isNumber: true, tone });
  const dayRows = [...days.values()].sort((a, b) => b.at - a.at || order.compare(a.channel.label, b.channel.label));
  const dayGrid = new Grid(byId('days'), 'daysTitle', [
    { name: say('day'), value: row => row.at, show: row => day(row.at) }, { name: say('channel'), value: row => row.channel.label },
    hours('air', 'hoursOnAir'), hours('made', 'hoursRecorded'), hours('missing', 'hoursMissing', row => row.missing ? 'late' : ''),
    { name: say('number'), value: row => row.count, show: row => row.count ? String(row.count) : '', isNumber: true },
    { name: say('size'), value: row => row.bytes, show: row => size(row.bytes), isNumber: true },
    { name: say('bucketed'), value: row => row.count ? row.safe / row.count : null, show: row => row.count ? say('of', row.safe, row.count) : '', isNumber: true },
  ], dayRows, true);

  const happened = channels.flatMap(channel => channel.events.map(event => ({ ...event, channel }))).sort((a, b) => b.time - a.time);
  byId('eventsSection').hidden = !happened.length;
  const eventGrid = happened.length ? new Grid(byId('events'), 'eventsTitle', [
    { name: say('time'), value: event => event.time, show: event => sortable(event.time) }, { name: say('level'), value: event => event.level, tone: event => event.level === 'Error' ? 'late' : '' },
    { name: say('channel'), value: event => event.channel.label }, { name: say('event'), value: event => event.code },
  ], happened, true) : null;

  // ---- theme, size, paper

  byId('theme').addEventListener('change', event => {
    if (event.target.value) document.documentElement.dataset.theme = event.target.value;
    else delete document.documentElement.dataset.theme;
  });
  // A long range would be a line of dots: it begins with its last week.
  if (full.to - full.from > 8 * DAY) see(full.to - 7 * DAY, full.to);
  else render();
  let width = timeline.clientWidth;
  new ResizeObserver(() => {
    if (timeline.clientWidth !== width && !printWidth) {
      width = timeline.clientWidth;
      render();
    }
  }).observe(timeline);
  const onPaper = isPaper => {
    if (Boolean(printWidth) === isPaper) return;
    printWidth = isPaper ? 570 : 0;
    for (const one of [grid, dayGrid, eventGrid]) {
      if (!one) continue;
      one.limit = isPaper ? PAPER : 0;
      one.fill(true);
    }
    if (isPaper) showTasks(PAPER / 2);
    else if (!byId('moreTasks').hidden) showFew();
    render();
  };
  addEventListener('beforeprint', () => onPaper(true));
  addEventListener('afterprint', () => onPaper(false));
  matchMedia('print').addEventListener('change', event => onPaper(event.matches));
  document.documentElement.dataset.ready = '';
})();
