// The page's own words, as the server wrote them in the reader's language.

const words = JSON.parse(document.getElementById("page-words").textContent);

export function word(key, values = {}) {
  return Object.entries(values).reduce((text, [name, value]) => text.replaceAll(`{${name}}`, value), words[key]);
}
