/// Operations on files for the facades of `fs`: from values to requests and back.
#include "request.h"

#include "buffer/encoding.h"
#include "library.h"
#include "rt_async_context.h"
#include "rt_binary.h"
#include "rt_io.h"

rt_value rt_fs_call(int32_t operation, rt_value first, rt_value second, rt_value third, rt_value fourth, rt_value fifth,
                    rt_value completion);

rt_value (*rt__fs_buffer_value)(const rt_fs_output *output);

static int32_t integer(rt_value value) { return rt_is_number(value) ? (int32_t)(int64_t)rt_double(value) : 0; }
static double number(rt_value value) { return rt_is_number(value) ? rt_double(value) : 0; }

/// A place in a view, at most `limit`: nothing that user code did to it meanwhile leads out of it.
static size_t place(rt_value value, size_t limit) {
  double wanted = number(value);
  return wanted >= (double)limit ? limit : wanted > 0 ? (size_t)wanted : 0;
}

static const char *path_of(rt_value value) { return rt_is_string(value) ? rt__utf8_cstring(rt_as_string(value)) : NULL; }

/// A path, or a descriptor.
static void set_file(rt_fs_request *request, rt_value value) {
  request->path = path_of(value);
  request->fd = request->path ? -1 : integer(value);
}

/// What is written of a value: the bytes of a view, or text as UTF-8 or Latin-1.
static void set_data(rt_fs_request *request, rt_value data, int32_t encoding) {
  if (!rt_is_string(data)) {
    const rt_view *view = rt_as_view(data);
    request->owner = data;
    request->bytes = view->data;
    request->size = view->length << rt_element_shift(view->kind);
    return;
  }
  rt_string *string = rt_as_string(data);
  if (encoding == RT_ENCODING_LATIN1 || encoding == RT_ENCODING_ASCII) {
    rt_text text = rt__text(string);
    request->bytes = rt__allocate(text.length + 1, RT_CELL_LEAF);
    for (uint32_t i = 0; i < text.length; i++) request->bytes[i] = (uint8_t)rt_text_at(text, i);
    request->size = text.length;
    return;
  }
  request->size = rt__utf8_length(string);
  request->bytes = rt__allocate(request->size + 1, RT_CELL_LEAF);
  rt__utf8_write(string, request->bytes);
}

/// Fills a request from the arguments in the order that fs-operations.ts has them.
static void fill(rt_fs_request *r, rt_value first, rt_value second, rt_value third, rt_value fourth, rt_value fifth) {
  switch ((enum rt_fs_operation)r->operation) {
  case RT_FS_READ:
  case RT_FS_WRITE: {
    const rt_view *view = rt_as_view(second);
    r->fd = integer(first);
    r->owner = second;
    size_t size = view->length << rt_element_shift(view->kind), start = place(third, size);
    r->bytes = view->data + start;
    r->size = place(fourth, size - start);
    r->position = rt_is_number(fifth) ? (int64_t)rt_double(fifth) : -1;
    return;
  }
  case RT_FS_RENAME:
  case RT_FS_LINK:
  case RT_FS_SYMLINK:
  case RT_FS_COPYFILE:
    r->path = path_of(first);
    r->other = path_of(second);
    r->mode = integer(third);
    return;
  case RT_FS_UTIMES:
  case RT_FS_LUTIMES:
  case RT_FS_FUTIMES:
    set_file(r, first);
    r->access_time = number(second);
    r->modification_time = number(third);
    return;
  case RT_FS_FTRUNCATE:
    r->fd = integer(first);
    r->position = (int64_t)number(second);
    return;
  case RT_FS_READ_FILE:
    set_file(r, first);
    r->encoding = integer(second);
    r->flags = integer(third);
    r->mode = 0666;
    return;
  case RT_FS_WRITE_FILE:
    set_file(r, first);
    set_data(r, second, integer(third));
    r->flags = integer(fourth);
    r->mode = integer(fifth);
    return;
  case RT_FS_OPEN:
  case RT_FS_CHOWN:
  case RT_FS_LCHOWN:
  case RT_FS_FCHOWN:
    set_file(r, first);
    r->flags = integer(second);
    r->mode = integer(third);
    return;
  default:
    set_file(r, first);
    r->mode = integer(second);
  }
}

/// What `Stats` holds, in the order of its properties; behind them whole seconds and nanoseconds of each time.
static rt_value stat_value(const rt_prim_stat_data *data) {
  const int64_t times[4] = {data->atime_ns, data->mtime_ns, data->ctime_ns, data->birthtime_ns};
  const double fields[10] = {
      (double)data->dev,  (double)data->mode,    (double)data->nlink, (double)data->uid,  (double)data->gid,
      (double)data->rdev, (double)data->blksize, (double)data->ino,   (double)data->size, (double)data->blocks,
  };
  rt_array *result = rt__array_new(22);
  for (uint32_t i = 0; i < 10; i++) (void)rt__array_push(result, rt_from_double(fields[i]));
  for (uint32_t i = 0; i < 4; i++) (void)rt__array_push(result, rt_from_double((double)times[i] / 1e6));
  for (uint32_t i = 0; i < 4; i++) (void)rt__array_push(result, rt_from_double((double)(times[i] / 1000000000)));
  for (uint32_t i = 0; i < 4; i++) (void)rt__array_push(result, rt_from_double((double)(times[i] % 1000000000)));
  return rt_from_object(result);
}

/// What `StatFs` holds, in the order of its properties.
static rt_value counts_value(const rt_fs_request *request) {
  rt_array *result = rt__array_new(RT_STATFS_COUNTS);
  for (uint32_t i = 0; i < RT_STATFS_COUNTS; i++) (void)rt__array_push(result, rt_from_double((double)request->counts[i]));
  return rt_from_object(result);
}

/// Sorts by UTF-8 bytes, as libuv's scandir does: a merge sort of names and types.
static void sort_entries(const uint8_t **entries, const uint8_t **other, size_t count) {
  if (count < 2) return;
  size_t half = count / 2, left = 0, right = half, at = 0;
  sort_entries(entries, other, half);
  sort_entries(entries + half, other, count - half);
  while (left < half && right < count) {
    bool takes_left = strcmp((const char *)entries[left] + 4, (const char *)entries[right] + 4) <= 0;
    other[at++] = entries[takes_left ? left++ : right++];
  }
  while (left < half) other[at++] = entries[left++];
  while (right < count) other[at++] = entries[right++];
  memcpy(entries, other, count * sizeof *entries);
}

static rt_value directory_value(const rt_fs_output *output) {
  size_t count = 0;
  for (size_t at = 0; at < output->size; at += 4 + strlen((const char *)output->bytes + at + 4) + 1) count++;
  const uint8_t **entries = rt__allocate((2 * count + 1) * sizeof *entries, RT_CELL_LEAF);
  size_t index = 0;
  for (size_t at = 0; at < output->size; at += 4 + strlen((const char *)output->bytes + at + 4) + 1)
    entries[index++] = output->bytes + at;
  sort_entries(entries, entries + count, count);
  rt_array *names = rt__array_new((uint32_t)count), *types = rt__array_new((uint32_t)count), *result = rt__array_new(2);
  for (size_t i = 0; i < count; i++) {
    uint32_t type;
    memcpy(&type, entries[i], sizeof type);
    const uint8_t *name = entries[i] + 4;
    (void)rt__array_push(names, rt_from_string(rt__string_from_utf8(name, strlen((const char *)name))));
    (void)rt__array_push(types, rt_from_double(type));
  }
  (void)rt__array_push(result, rt_from_object(names));
  (void)rt__array_push(result, rt_from_object(types));
  return rt_from_object(result);
}

static rt_value text_value(const rt_fs_output *output) {
  if (!output->bytes) return RT_UNDEFINED;
  rt_string *string = rt__string_from_utf8(output->bytes, output->size);
  if (string) return rt_from_string(string);
  (void)rt__take_pending();
  return rt_from_double(RT_FS_TOO_LONG);
}

/// The result of a file that was read: text, or a Buffer.
static rt_value bytes_value(const rt_fs_request *request) {
  const rt_fs_output *output = &request->output;
  if (output->size == 0 && request->encoding >= 0) return rt_from_string(RT_ATOM(empty));
  if (request->encoding == RT_ENCODING_UTF8) return text_value(output);
  if (request->encoding == RT_ENCODING_LATIN1 && output->size > RT_STRING_LENGTH_MAX) return rt_from_double(RT_FS_TOO_LONG);
  if (request->encoding == RT_ENCODING_LATIN1)
    return rt_from_string(rt__string_from_latin1(output->bytes, (uint32_t)output->size));
  return rt__fs_buffer_value ? rt__fs_buffer_value(output) : RT_UNDEFINED;
}

/// A finished request's result: what the operation gives, or the negated errno as a number.
static rt_value result_of(rt_fs_request *request) {
  rt_value value = RT_UNDEFINED;
  if (request->result < 0) {
    value = rt_from_double((double)request->result);
  } else {
    switch ((enum rt_fs_operation)request->operation) {
    case RT_FS_OPEN:
    case RT_FS_READ:
    case RT_FS_WRITE: value = rt_from_double((double)request->result); break;
    case RT_FS_STAT:
    case RT_FS_LSTAT:
    case RT_FS_FSTAT: value = stat_value(&request->stat); break;
    case RT_FS_MKDIR_ALL:
    case RT_FS_READLINK:
    case RT_FS_REALPATH:
    case RT_FS_MKDTEMP: value = text_value(&request->output); break;
    case RT_FS_READDIR: value = directory_value(&request->output); break;
    case RT_FS_READ_FILE: value = bytes_value(request); break;
    case RT_FS_STATFS: value = counts_value(request); break;
    default: break;
    }
  }
  rt_prim_buffer_free(request->output.bytes);
  request->output = (rt_fs_output){0};
  return value;
}

static void run(rt_work *work) { rt__fs_perform((rt_fs_request *)(void *)work); }

static void done_js(rt_work *work) {
  rt_fs_request *request = (rt_fs_request *)(void *)work;
  RT_ROOT_POINTER(request);
  rt_value completion = request->completion;
  rt_value result = result_of(request);
  if (result == RT_EXCEPTION) {
    rt__uncaught_js(rt__take_pending(), RT_UNCAUGHT_EXCEPTION);
    return;
  }
  if (rt__loop_call_js(completion, RT_UNDEFINED, 1, &result)) rt__loop_end_callback_js();
}

/// Performs an operation: its result, or the negated errno. With a completion, in a thread: the completion is called with
/// the result.
rt_value rt_fs_call(int32_t operation, rt_value first, rt_value second, rt_value third, rt_value fourth, rt_value fifth,
                    rt_value completion) {
  RT_SAFEPOINT();
  rt_fs_request *request = rt__allocate_zeroed(sizeof *request, RT_CELL_WORDS);
  // Making a Buffer of what was read may collect.
  RT_ROOT_POINTER(request);
  request->operation = operation;
  fill(request, first, second, third, fourth, fifth);
  // What was printed before comes before what is written.
  bool is_output = request->fd == 1 || request->fd == 2;
  if (is_output && (operation == RT_FS_WRITE || operation == RT_FS_WRITE_FILE)) rt__stdout_flush();
  if (!rt_is_function(completion)) {
    rt__fs_perform(request);
    return result_of(request);
  }
  request->completion = rt__bind_context(completion);
  request->work.run = run;
  request->work.done_js = done_js;
  rt__submit(&request->work);
  return RT_UNDEFINED;
}
