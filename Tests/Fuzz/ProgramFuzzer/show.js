// What generated programs print with: every value has one text, in which -0, NaN, holes and kinds of objects differ.
let checksum = 0;
let budget = 2000;

function mixText(text) {
  for (let i = 0; i < text.length; i++) checksum = Math.imul(checksum ^ text.charCodeAt(i), 16777619);
}

function keyText(key) {
  return typeof key === 'symbol' ? key.toString() : JSON.stringify(key);
}

function propertiesText(value, depth, skipIndices) {
  const found = [];
  for (const key of Object.keys(value)) {
    if (skipIndices && String(key >>> 0) === key) continue;
    const property = Object.getOwnPropertyDescriptor(value, key);
    if (property === undefined) continue;
    found.push(keyText(key) + (property.get || property.set ? ' accessor' : ': ' + textOf(property.value, depth - 1)));
  }
  return found.join(', ');
}

function listText(list, depth) {
  const found = [];
  for (let i = 0; i < list.length && i < 12; i++) found.push(i in list ? textOf(list[i], depth - 1) : 'hole');
  const more = list.length > 12 ? ', … ' + list.length : '';
  const others = propertiesText(list, depth, true);
  return '[' + found.join(', ') + more + (others ? '; ' + others : '') + ']';
}

function kindOf(value) {
  const prototype = Object.getPrototypeOf(value);
  if (prototype === null) return 'null ';
  if (prototype === Object.prototype) return '';
  const maker = Object.getOwnPropertyDescriptor(prototype, 'constructor');
  return (maker && typeof maker.value === 'function' ? maker.value.name : '?') + ' ';
}

function textOf(value, depth) {
  switch (typeof value) {
    case 'number': return Object.is(value, -0) ? '-0' : String(value);
    case 'string': return JSON.stringify(value.length > 60 ? value.slice(0, 60) + '…' + value.length : value);
    case 'bigint': return String(value) + 'n';
    case 'function': return 'function ' + String(value.name) + '/' + String(value.length);
    case 'object': break;
    default: return String(value);
  }
  if (value === null) return 'null';
  if (depth < 0) return '…';
  if (Array.isArray(value)) return listText(value, depth);
  if (ArrayBuffer.isView(value)) return kindOf(value) + listText(value, depth);
  if (value instanceof Error) return 'error ' + value.name + ': ' + messageOf(value);
  if (value instanceof Map || value instanceof Set) return kindOf(value) + listText([...value], depth);
  const flags = Object.isFrozen(value) ? ' frozen' : Object.isExtensible(value) ? '' : ' fixed';
  return kindOf(value) + '{' + propertiesText(value, depth, false) + '}' + flags;
}

// Prints the values.
function show(...values) {
  let line = '';
  for (const value of values) line += (line ? ' ' : '') + textOf(value, 3);
  mixText(line);
  if (budget-- > 0) console.log(line);
}

// Adds a value to the checksum, for loops that would print too much.
function mix(value) {
  mixText(textOf(value, 1));
}

// An error's text without the source text that V8 shows of a call: some of its forms we know not.
function messageOf(error) {
  return String(error.message).replace(/^.*? (is not (a function|iterable|a constructor))\b.*$/s, '… $1');
}

// Prints what was thrown.
function caught(where, error) {
  if (error instanceof Error) show(where, error.name, messageOf(error));
  else show(where, error);
}

// Ends a program.
function finish() {
  console.log('checksum ' + String(checksum >>> 0));
}
