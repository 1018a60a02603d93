console.log("throwing runs");
throw new RangeError("not today");
