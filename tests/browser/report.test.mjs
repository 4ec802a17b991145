// The pages of Export-LsReport in a real browser. They are written by dotnet test, where LIVESTATION_PAGES names a folder; .ci/run does
// both. With LIVESTATION_PICTURES the pictures of the documents are taken anew.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import puppeteer from 'puppeteer-core';

const pages = process.env.LIVESTATION_PAGES;
const executablePath = process.env.LIVESTATION_BROWSER ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
const skip = !pages || !existsSync(join(pages, 'evening.html')) ? 'LIVESTATION_PAGES names no folder with pages' : !executablePath ? 'no Chromium here' : false;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] };

describe('The report', { skip, concurrency: false }, () => {
  let browser;
  before(async () => { browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] }); });
  after(() => browser?.close());

  // Whatever a page says to its console, throws, asks a person, or asks another machine is a fault.
  const open = async (name, { width = 1280, height = 900, scheme = 'light', prepare = () => {}, script = true } = {}) => {
    const page = await browser.newPage();
    const faults = [];
    page.on('console', message => faults.push(message.text()));
    page.on('pageerror', error => faults.push(String(error)));
    page.on('dialog', async dialog => { faults.push(dialog.message()); await dialog.dismiss(); });
    page.on('request', request => { if (!request.url().startsWith('file:')) faults.push(request.url()); });
    await page.setViewport({ width, height });
    await page.setJavaScriptEnabled(script);
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await prepare(page);
    await page.goto(pathToFileURL(join(pages, name)).href);
    if (script) await page.waitForSelector('html[data-ready]');
    page.finish = async () => {
      assert.deepEqual(faults, []);
      await page.close();
    };
    return page;
  };
  const texts = (page, selector) => page.$$eval(selector, nodes => nodes.map(node => node.textContent));
  const text = (page, selector) => page.$eval(selector, node => node.textContent);
  const cells = (page, column) => page.$$eval('#recordingRows tbody tr:not(.pad)', (rows, i) => rows.map(row => row.cells[i].textContent), column);
  const label = page => page.$eval('#timeline', node => node.getAttribute('aria-label'));
  const settled = page => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));

  it('says on top what needs somebody, and names what the evening was made with', async () => {
    const page = await open('evening.html');
    assert.equal(await text(page, '#todo'), '7 things need somebody');
    const tasks = await page.$$eval('#tasks li', rows => rows.map(row => [row.querySelector('b').textContent.split(' · ')[0], row.querySelector('.who').firstChild.textContent, row.querySelector('.when').firstChild.textContent.split(' · ')[1]].join(' | ')));
    assert.deepEqual(tasks.sort(), [
      'Broadcast interrupted | 주말극장 | 3 min 30 s', 'Recording began late | late_talk | 4 min', 'Recording failed | late_talk | 41 min', 'Recording paused | late_talk | 8 min',
      'Upload failed | evening_news | 24 min', 'Upload failed | 주말극장 | 1 h 26 min', 'Upload failed | 주말극장 | 1 h 26 min',
    ]);
    await page.finish();
  });

  for (const width of [360, 1280, 2560]) {
    for (const scheme of ['light', 'dark']) {
      it(`breaks no rule of WCAG 2.2 AA at ${width} pixels, ${scheme}`, async () => {
        for (const name of width === 1280 ? ['evening.html', 'korean.html', 'nothing.html'] : ['evening.html']) {
          const page = await open(name, { width, scheme });
          assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), `${name} is wider than the window`);
          await page.evaluate(axe);
          const found = await page.evaluate(async options => (await axe.run(document, options)).violations.map(rule => `${rule.id}: ${rule.nodes.map(node => node.target).join(', ')}`), rules);
          assert.deepEqual(found, [], name);
          await page.finish();
        }
      });
    }
  }

  it('sorts, and says so to a screen reader', async () => {
    const page = await open('evening.html');
    const names = await texts(page, '#recordingRows th');
    const column = names.indexOf('Duration');
    const button = (await page.$$('#recordingRows th button'))[column];
    const sorted = () => page.$$eval('#recordingRows th', (heads, i) => heads[i].getAttribute('aria-sort'), column);
    const seconds = list => list.filter(Boolean).map(cell => cell.split(':').reduce((sum, part) => sum * 60 + Number(part), 0));
    await button.focus();
    await page.keyboard.press('Enter');
    const up = await cells(page, column);
    assert.equal(await sorted(), 'ascending');
    assert.deepEqual(seconds(up), seconds(up).sort((a, b) => a - b));
    assert.ok(up.length > 3 && up.indexOf('') > up.findLastIndex(Boolean), 'what has none comes last');
    await page.keyboard.press('Enter');
    const down = await cells(page, column);
    assert.equal(await sorted(), 'descending');
    assert.deepEqual(seconds(down), seconds(down).sort((a, b) => b - a));
    await page.finish();
  });

  it('filters by words, state and safety', async () => {
    const page = await open('evening.html');
    const all = (await cells(page, 0)).length;
    await page.type('#find', '주말극장 mp4');
    await page.waitForFunction(n => document.querySelectorAll('#recordingRows tbody tr').length < n, {}, all);
    assert.deepEqual([...new Set(await cells(page, 1))], ['주말극장']);
    assert.equal(await text(page, '#count'), `2 of ${all}`);
    await page.click('#unsafe');
    assert.deepEqual((await cells(page, 0)).map(cell => cell.slice(1)), ['Upload failed']);
    await page.$eval('#find', node => { node.value = ''; });
    await page.click('#unsafe');
    await page.select('#state', 'ProcessingFail');
    assert.deepEqual(await cells(page, 1), ['late_talk']);
    await page.type('#find', 'no such thing');
    await page.waitForFunction(() => document.querySelector('#recordingRows tbody').textContent === 'None.');
    assert.match(await text(page, '#count'), /^0 of/);
    await page.finish();
  });

  it('shows the columns of Export-Csv', async () => {
    const page = await open('evening.html');
    await page.click('#allColumns');
    assert.deepEqual(await texts(page, '#recordingRows th'), await page.evaluate(() => JSON.parse(document.getElementById('data').textContent).csv));
    await page.finish();
  });

  it('zooms from days to a minute, by mouse and by key', async () => {
    const page = await open('evening.html');
    const whole = await label(page);
    await page.click('#zoomMinute');
    const [from, to] = (await label(page)).match(/\d\d:\d\d/g);
    assert.ok(Math.abs(to.slice(3) - from.slice(3)) % 58 <= 1, `${from} to ${to} is a minute`);
    await page.focus('#timeline');
    await page.keyboard.press('Home');
    assert.equal(await label(page), whole);
    await page.keyboard.press('+');
    assert.notEqual(await label(page), whole);
    await page.keyboard.press('-');
    await page.keyboard.press('Home');
    await page.keyboard.press('n');
    assert.match(await text(page, '#readout'), /주말극장 · Broadcast interrupted · .* · 3 min 30 s/);
    await page.keyboard.press('p');
    assert.doesNotMatch(await text(page, '#readout'), /interrupted/);
    await page.keyboard.press('ArrowRight');
    await page.select('#lane', await page.$$eval('#lane option', options => options.find(option => option.textContent === 'late_talk').value));
    assert.ok((await texts(page, '#lanes b')).every(row => /\w{3} \d+ \w{3}/.test(row)), 'a row for each day');
    await page.finish();
  });

  it('leads from a problem to its place in the timeline', async () => {
    const page = await open('evening.html');
    await page.$$eval('#tasks li', rows => rows.find(row => row.textContent.startsWith('▨')).querySelector('button').focus());
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'timeline');
    assert.match(await text(page, '#readout'), /late_talk · Recording/);
    assert.ok(await page.$('#lanes .s-picked'));
    await page.finish();
  });

  it('can be read without colour: no two states have the same shape', async () => {
    const page = await open('evening.html');
    const shapes = await page.evaluate(() => ['air', 'safe', 'there', 'run', 'gone', 'gap', 'break', 'overlap', 'short', 'failed', 'unsent'].map(name => {
      const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      path.setAttribute('class', 's-' + name);
      document.querySelector('.defs').append(path);
      const style = getComputedStyle(path);
      const fill = style.fill === 'none' ? 'none' : style.fill.startsWith('url') ? style.fill : 'solid';
      return [fill, style.stroke === 'none' ? 'none' : 'line', style.strokeDasharray, ['air', 'there', 'failed', 'unsent'].includes(name) ? name : ''].join(' ');
    }));
    assert.equal(new Set(shapes).size, shapes.length, shapes.join('\n'));
    await page.finish();
  });

  it('is dark when told, whatever the system', async () => {
    const page = await open('evening.html', { scheme: 'light' });
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await page.select('#theme', 'dark');
    assert.notEqual(await ground(), light);
    await page.select('#theme', '');
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'dark' }]);
    assert.notEqual(await ground(), light);
    await page.select('#theme', 'light');
    assert.equal(await ground(), light);
    await page.finish();
  });

  it('prints on A4, dark screen or not, and a long table in part', async () => {
    for (const [name, most] of [['evening.html', 4], ['many.html', 60]]) {
      const page = await open(name, { scheme: 'dark' });
      const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString('latin1');
      const boxes = pdf.match(/\/MediaBox\s*\[0 0 59\d(\.\d+)? 84\d(\.\d+)?\]/g) ?? [];
      const count = Number(pdf.match(/\/Count (\d+)/)?.[1]);
      assert.ok(count >= 1 && count <= most, `${name}: ${count} pages`);
      assert.ok(boxes.length >= 1, `${name} is not A4`);
      await page.finish();
    }
  });

  it('opens ten thousand recordings with a screenful of rows', async t => {
    const begin = performance.now();
    const page = await open('many.html');
    await settled(page);
    t.diagnostic(`open: ${Math.round(performance.now() - begin)} ms`);
    assert.ok(await page.evaluate(() => document.querySelectorAll('*').length) < 4000);
    assert.equal(await page.$eval('#recordingRows table', table => table.getAttribute('aria-rowcount')), '10001');
    const frames = await page.evaluate(async () => {
      const grid = document.querySelector('#recordingRows .grid');
      const times = [];
      for (let i = 0, last = performance.now(); i < 60; i++, last = performance.now()) {
        grid.scrollTop += 170;
        await new Promise(done => requestAnimationFrame(done));
        times.push(performance.now() - last);
      }
      return times.sort((a, b) => a - b);
    });
    t.diagnostic(`a frame while it scrolls: ${frames[30].toFixed(1)} ms, at worst ${frames[59].toFixed(1)} ms`);
    await page.$eval('#recordingRows .grid', grid => { grid.scrollTop = grid.scrollHeight; });
    await page.waitForSelector('#recordingRows tr[aria-rowindex="10001"]');
    await page.finish();
  });

  it('shows hostile names as names', async () => {
    const page = await open('hostile.html');
    const body = await page.evaluate(() => document.body.innerText);
    for (const name of ['</script><script>alert(1)</script>', '=HYPERLINK("http://a.example")', '<img src=x onerror=alert(1)>', '[31mred Forged: line?gnp.exe', '한국어 채널']) {
      assert.ok(body.includes(name), name);
    }
    assert.equal(await page.$('main img, main a[href^="http"]'), null);
    await page.finish();
  });

  it('runs no script but its own', async () => {
    const page = await open('evening.html');
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ran = true';
      document.body.append(script);
      return window.ran === true;
    });
    assert.equal(ran, false);
    await page.close();
  });

  it('shows its own time zone wherever it is read', async () => {
    const rows = [];
    for (const zone of ['Asia/Seoul', 'America/New_York']) {
      const page = await open('korean.html', { prepare: page => page.emulateTimezone(zone) });
      rows.push([await text(page, '#scope'), await cells(page, 2), await texts(page, '#tasks .when')]);
      await page.finish();
    }
    assert.deepEqual(rows[0], rows[1]);
  });

  it('says how old it is', async () => {
    const page = await open('evening.html', { prepare: page => page.evaluateOnNewDocument(() => { const now = Date.now; Date.now = () => now() + 50 * 3600e3; }) });
    assert.match(await text(page, '#notices'), /made 2 d 2 h ago/);
    await page.finish();
  });

  it('says so when there is nothing, and when all is well', async () => {
    const empty = await open('nothing.html');
    assert.match(await text(empty, '#todo'), /nothing to report/);
    await empty.finish();
    const well = await open('well.html');
    assert.equal(await text(well, '#todo'), 'All that was on air is recorded and safe');
    await well.finish();
  });

  it('speaks Korean', async () => {
    const page = await open('korean.html');
    assert.equal(await page.$eval('html', html => html.lang), 'ko');
    assert.match(await text(page, '#todo'), /확인이 필요한 항목이 7개/);
    assert.ok((await texts(page, 'h2')).every(title => /[가-힣]/.test(title)));
    await page.finish();
  });

  it('has a word for who reads it without its script', async () => {
    const page = await open('evening.html', { script: false });
    assert.match(await page.$eval('noscript', node => node.textContent), /Open the file in a browser/);
    await page.finish();
  });

  it('takes the pictures of the documents', { skip: process.env.LIVESTATION_PICTURES ? false : 'LIVESTATION_PICTURES is not set' }, async () => {
    const folder = resolve(import.meta.dirname, '../../docs/images');
    mkdirSync(folder, { recursive: true });
    for (const [name, file, width, height, scheme] of [['evening.html', 'report-light.png', 1280, 1180, 'light'], ['korean.html', 'report-dark.png', 1280, 1180, 'dark'], ['evening.html', 'report-narrow.png', 390, 844, 'light']]) {
      const page = await open(name, { width, height, scheme });
      await page.screenshot({ path: join(folder, file) });
      await page.finish();
    }
  });
});
