export const star = "star"; export const hiddenByStar = 1; console.log("star evaluated");
