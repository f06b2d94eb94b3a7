import { expect, test } from 'vitest';
import { html, Markup } from '../../src/report/markup.ts';

const show = (markup: Markup) => markup.text;

test('text is escaped where it is put in, in an element and in an attribute', () => {
  const hostile = `<script>alert("1")</script> & 'x'`;
  const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;';
  expect(show(html`<p title="${hostile}">${hostile}</p>`)).toBe(`<p title="${escaped}">${escaped}</p>`);
});

test('markup put into markup stays markup', () => {
  expect(show(html`<p>${html`<b>${'a < b'}</b>`}</p>`)).toBe('<p><b>a &lt; b</b></p>');
});

test('a list is put in piece by piece', () => {
  expect(show(html`<p>${['<', html`<br />`, 3]}</p>`)).toBe('<p>&lt;<br />3</p>');
});

test('nothing stands for what is not there, and nil is a number', () => {
  expect(show(html`${null}${false}${undefined}${0}${''}`)).toBe('0');
});

test('what is escaped once is not escaped twice', () => {
  expect(show(html`${new Markup('&amp;')}`)).toBe('&amp;');
});
