# Numbers the built-in objects of builtins.manifest: the n-th `object` line is RT_BUILTIN_<NAME>, and each constructor
# is paired with its prototype object.
function identifier(name) { gsub(/[.%]/, "_", name); return "RT_BUILTIN_" toupper(name) }
BEGIN {
  print "/// Made by builtin_ids.awk from builtins.manifest."
  print "#pragma once"
  print ""
  print "enum rt_builtin_id {"
}
$1 == "object" && !($2 in known) { print "  " identifier($2) " = " (count + 0) ","; names[count++] = $2; known[$2] = 1 }
END {
  print "  RT_BUILTIN_COUNT = " count ","
  print "};"
  print ""
  print "/// The constructors that have a built-in prototype object: PAIR(constructor, prototype)."
  printf "#define RT_BUILTIN_CONSTRUCTORS(PAIR)"
  for (i = 0; i < count; i++)
    if ((names[i] ".prototype") in known) printf " \\\n  PAIR(%s, %s)", identifier(names[i]), identifier(names[i] ".prototype")
  print ""
}
