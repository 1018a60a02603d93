import defer * as a from "a";
import source b from "b";
import source from "c";
import source from from "d";
import.defer("e");
import.source("f");
import.phase("g");
