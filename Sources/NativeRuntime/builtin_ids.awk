# Numbers the built-in objects of the manifests: the n-th `object` line is RT_BUILTIN_<NAME>, each constructor is paired
# with its prototype object, and `parent=NAME` gives an object's [[Prototype]].
function identifier(name) { gsub(/[.%]/, "_", name); return "RT_BUILTIN_" toupper(name) }
BEGIN {
  print "/// Made by builtin_ids.awk from the manifests."
  print "#pragma once"
  print ""
  print "enum rt_builtin_id {"
}
$1 == "object" && !($2 in known) { print "  " identifier($2) " = " (count + 0) ","; names[count++] = $2; known[$2] = 1
  for (i = 3; i <= NF; i++) if ($i ~ /^parent=/) parent[$2] = substr($i, 8)
}
END {
  print "  RT_BUILTIN_COUNT = " count ","
  print "};"
  print ""
  print "/// The constructors that have a built-in prototype object: PAIR(constructor, prototype)."
  printf "#define RT_BUILTIN_CONSTRUCTORS(PAIR)"
  for (i = 0; i < count; i++)
    if ((names[i] ".prototype") in known) printf " \\\n  PAIR(%s, %s)", identifier(names[i]), identifier(names[i] ".prototype")
  print ""
  print ""
  print "/// The objects whose [[Prototype]] is another than usual: PAIR(object, prototype)."
  printf "#define RT_BUILTIN_PARENTS(PAIR)"
  for (i = 0; i < count; i++)
    if (names[i] in parent) {
      object = names[i]; above = parent[object]
      printf " \\\n  PAIR(%s, %s)", identifier(object), identifier(above)
    }
  print ""
}
