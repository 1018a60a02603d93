// Local time in a zone with summer time: gaps, repeated hours, and rules beyond the table.
// @env: TZ=Europe/Berlin
const show = (date: Date) => console.log(date.toISOString(), date.getTimezoneOffset(), date.getHours(), date.toString().slice(0, 33));
show(new Date(2024, 0, 1));
show(new Date(2024, 6, 1));
show(new Date(2024, 2, 31, 1, 59));
show(new Date(2024, 2, 31, 2, 30));
show(new Date(2024, 2, 31, 3, 0));
show(new Date(2024, 9, 27, 1, 59));
show(new Date(2024, 9, 27, 2, 30));
show(new Date(2024, 9, 27, 3, 0));
show(new Date(2300, 6, 1));
show(new Date("2024-07-01T12:00"));
show(new Date("2024-07-01"));
const date = new Date(2024, 2, 30, 12);
date.setDate(31);
show(date);
date.setMonth(11, 31);
show(date);
