// Time values as fields and texts.
// @env: TZ=UTC
for (const t of [0, -1e14, -8.64e15, 8.64e15, 1.7e12, 951782400000, NaN]) {
  const d = new Date(t); console.log(JSON.stringify([d.toLocaleString(), d.toLocaleDateString(), d.toLocaleTimeString(), d.toString(), d.toUTCString(), d.toDateString(), d.toTimeString(), d]));
  console.log(d.getFullYear(), d.getMonth(), d.getDate(), d.getDay(), d.getHours(), d.getMinutes(), d.getSeconds(), d.getMilliseconds(), d.getTimezoneOffset(), d.getYear(), d.getUTCFullYear(), d.getUTCHours(), d.getTime(), +d, d.valueOf());
}
