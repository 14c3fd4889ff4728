# orrery: `make help` lists the targets.
#
# Variants are variables: CC=clang, SAN=address,undefined, SAN=thread,
# ARENA=malloc.  A variant builds in a folder of its own below build/.

CC       = gcc
SAN      =
ARENA    =
OPT      = -O2
PREFIX   = /usr/local
VERSION  = 0.1.0

comma   := ,
VARIANT := $(CC)$(if $(SAN),-$(subst $(comma),-,$(SAN)))$(if $(ARENA),-$(ARENA))
BUILD   := $(if $(filter-out gcc,$(VARIANT)),build/$(VARIANT),build)

PACKAGES = libmicrohttpd libxml-2.0 sqlite3 gnutls nettle jansson libcurl libidn2
CPPFLAGS = -I. -Iserver -include server/base/banned.h -DORRERY_VERSION='"$(VERSION)"' \
           $(if $(filter malloc,$(ARENA)),-DARENA_MALLOC)
WARNINGS = -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
           -Wmissing-prototypes -Wvla -Wwrite-strings -Wundef -Werror
SANFLAGS = $(if $(SAN),-fsanitize=$(SAN) -fno-sanitize-recover=all -fno-omit-frame-pointer)
CFLAGS   = -std=c17 $(WARNINGS) -g $(OPT) -pthread $(SANFLAGS) $(FOREIGN)
FOREIGN := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null | sed 's/-I/-isystem /g')
LDLIBS  := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm
LDFLAGS  = -pthread $(SANFLAGS)

PRODUCT := $(filter-out server/main.c,$(shell find clock server scenarios/play -name '*.c' 2>/dev/null))
SUPPORT := $(shell find tests/support -name '*.c' 2>/dev/null)
TESTS   := $(shell find tests -name 'test_*.c' 2>/dev/null)
BENCHED := bench inside
METERS  := $(filter-out $(BENCHED:%=tests/bench/%.c) tests/bench/hello.c,$(wildcard tests/bench/*.c))
ASSETS  := $(sort $(shell find fixtures scenarios/library server/web server/store/schema -type f ! -name README.md 2>/dev/null))
REPLAYS := $(patsubst tests/fuzz/fuzz_%.c,tests/fuzz/test_replay_%,$(wildcard tests/fuzz/fuzz_*.c))
OBJECTS := $(PRODUCT:%.c=$(BUILD)/%.o) $(BUILD)/embedded.o

.PHONY: all demo run tests benches test check bench install help clean print-build print-tests
all: $(BUILD)/orrery ## build the program

$(BUILD)/orrery: $(BUILD)/server/main.o $(BUILD)/liborrery.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

# A test is a program: tests/FOLDER/test_x.c, with tests/support/ and the library.
PROGRAMS = $(TESTS:%.c=$(BUILD)/%) $(REPLAYS:%=$(BUILD)/%)
tests: $(PROGRAMS)
BESIDE = $(SUPPORT:%.c=$(BUILD)/%.o) $(BUILD)/liborrery.a
$(BUILD)/tests/%: $(BUILD)/tests/%.o $(BESIDE)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka

# The programs of the bench; hello is the floor and gets nothing but its library.
benches: $(BENCHED:%=$(BUILD)/tests/bench/%) $(BUILD)/tests/bench/hello
$(BUILD)/tests/bench/%: $(BUILD)/tests/bench/%.o $(METERS:%.c=$(BUILD)/%.o) $(BUILD)/liborrery.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)
$(BUILD)/tests/bench/hello: $(BUILD)/tests/bench/hello.o
	$(CC) $(LDFLAGS) -o $@ $^ -lmicrohttpd

# A fuzz target is searched by ci/fuzz, and its corpus replayed as a test.
$(BUILD)/tests/fuzz/test_replay_%: $(BUILD)/tests/fuzz/replay.o $(BUILD)/tests/fuzz/fuzz_%.o $(BESIDE)
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS) -lcmocka
$(BUILD)/tests/fuzz/fuzz_%: $(BUILD)/tests/fuzz/fuzz_%.o $(BESIDE)
	$(CC) $(LDFLAGS) -fsanitize=fuzzer -o $@ $^ $(LDLIBS) -lcmocka

$(BUILD)/liborrery.a: $(OBJECTS)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(CPPFLAGS) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/picture: $(BUILD)/ci/picture.o $(BUILD)/liborrery.a
	$(CC) $(LDFLAGS) -o $@ $^ $(LDLIBS)

$(BUILD)/embed: ci/embed.c
	@mkdir -p $(@D)
	$(CC) -O1 -o $@ $<

$(BUILD)/embedded.c: $(BUILD)/embed $(ASSETS)
	$(BUILD)/embed $(ASSETS) > $@.new
	@mv $@.new $@

$(BUILD)/embedded.o: $(BUILD)/embedded.c
	$(CC) $(CPPFLAGS) $(CFLAGS) -O0 -g0 -c -o $@ $<

demo: all ## the main job in one go: watch a name's life through real sockets
	$(BUILD)/orrery demo

run: all ## serve until interrupted, on the ports of the README
	$(BUILD)/orrery serve

test: ## build and run every test; ends with "N passed, N failed"
	@ci/test $(MAKEOVERRIDES)

print-build: # for ci/test: where this variant is built, and its test programs
	@echo $(BUILD)
print-tests:
	@echo $(PROGRAMS)

check: ## test, and layers, lint, format, both compilers, all sanitizers, repetition
	@ci/check

bench: ## ratios to a floor measured in the same run
	@ci/bench

install: all ## install below PREFIX
	install -D $(BUILD)/orrery $(DESTDIR)$(PREFIX)/bin/orrery

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 12

clean: ## forget everything built
	rm -rf build

.PRECIOUS: $(BUILD)/%.o

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
