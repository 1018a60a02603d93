exports.isMain = require.main === module;
exports.loaded = module.loaded;
exports.module = module;
