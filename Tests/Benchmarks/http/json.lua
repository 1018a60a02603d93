-- 1 KB of JSON for json.ts.
local items = {}
for i = 1, 20 do items[i] = '{"id":' .. i .. ',"name":"item number ' .. i .. '","price":' .. (i * 1.5) .. '}' end
wrk.method = "POST"
wrk.body = '{"user":"someone","count":17,"items":[' .. table.concat(items, ",") .. "]}"
wrk.headers["Content-Type"] = "application/json"
