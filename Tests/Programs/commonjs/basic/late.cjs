console.log("late runs");
module.exports.value = 42;
return;
console.log("not reached");
