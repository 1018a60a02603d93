exports.value = 1;
exports.module = "a name like another";
