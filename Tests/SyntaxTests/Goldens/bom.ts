let bom = 1;
