# Attendant: a telephone receptionist for Asterisk.
#
#   make run            installs what is missing, builds, serves the sample menus on port 4573
#   make call           calls the sample menu from this terminal, no telephone needed (MENU=reception)
#   make test           installs what is missing, builds, runs every test but those that need an Asterisk
#   make test-asterisk  whole calls on a real Asterisk (the one installed, else one set up in a chroot; needs root)
#   make check          format lint, imports against the module map, build, tests
#   make bench          speed, memory and synthesis, as a table (BENCH=folder of agiload.c and ideal.c for ratios)
#   make soak           a release server under random calls and faults, every call accounted for (SECONDS=3600 SEED=)
#   make leaks          100,000 calls on a release server: what grows? (CALLS=100000)
#   make rate           calls that begin at a fixed rate, refusals and turnaround (PER_SECOND=200 SECONDS=60)
#   make deps           installs the Debian packages that are missing; does nothing when all are there
#   make imports        reads the import lines against the module map
#   make outside        a package outside of this one, of the README's Swift, with our libraries (minutes)
#   make sanitize       the tests under the thread and address sanitizers
#   make fuzz           the readers of what comes from outside under libFuzzer (SECONDS=600 each, TARGETS= all)
#   make install        the program, menus and a systemd unit under $(DESTDIR)$(PREFIX); make uninstall
#   make clean          removes what was built; run-time data (run/) stays
#
# Settings: PORT, MENUS, DATA (run), MENU (call), PREFIX, DESTDIR (install), JOBS.

PORT ?= 4573
MENUS ?= $(CURDIR)/Menus
DATA ?= $(CURDIR)/run
MENU ?= reception
PREFIX ?= /usr/local
DESTDIR ?=
JOBS ?= 2
SWIFT ?= swift
BENCH ?= ../shared/bench
SECONDS_EACH = $(or $(SECONDS),600)
RELEASE = .build/release/attendant

.PHONY: run call test test-asterisk check lint imports deps bench benches soak leaks rate outside sanitize fuzz install uninstall build release clean help

help:
	@sed -n '2,/^$$/s/^# \{0,1\}//p' Makefile

run: release
	@mkdir -p "$(DATA)"
	@exec $(RELEASE) serve --listen 127.0.0.1:$(PORT) --listen '[::1]:$(PORT)' \
	    --menus "$(MENUS)" --data "$(DATA)" --sounds "$(DATA)/sounds" $(SERVE)

call: release
	@exec $(RELEASE) call "$(MENU)" --menus "$(MENUS)" --sounds "$(DATA)/sounds" $(CALL)

test:
	@.ci/deps tests
	@echo "==> building the tests (the first time a few minutes)"
	@$(SWIFT) build --build-tests -j $(JOBS)
	@echo "==> running the tests"
	@.ci/tests $(TEST)

test-asterisk: deps
	@echo "==> an Asterisk to call from"
	@Tests/RealAsterisk/asterisk.sh setup
	@echo "==> building the server and the calls"
	@$(SWIFT) build -c release -j $(JOBS) --product attendant
	@$(SWIFT) build --build-tests -j $(JOBS)
	@echo "==> whole calls on a real Asterisk"
	@ATTENDANT_ASTERISK=1 ATTENDANT_BINARY="$(CURDIR)/$(RELEASE)" \
	    $(SWIFT) test --skip-build --no-parallel --filter RealAsteriskTests

check: deps lint imports test

lint:
	@echo "==> format"
	@$(SWIFT) format lint --strict --recursive --parallel Sources Tests Package.swift

imports:
	@echo "==> imports"
	@.ci/imports

deps:
	@.ci/deps

build: deps
	@$(SWIFT) build -j $(JOBS)

release: deps
	@echo "==> building (release; the first time a few minutes)"
	@$(SWIFT) build -c release -j $(JOBS) --product attendant

bench: benches
	@BENCH="$(BENCH)" $(RELEASE)-bench $(ARGS)

benches: release
	@$(SWIFT) build -c release -j $(JOBS) --product attendant-bench

soak: benches
	@$(RELEASE)-bench soak --seconds $(or $(SECONDS),3600) $(if $(SEED),--seed $(SEED)) $(ARGS)

leaks: benches
	@$(RELEASE)-bench leaks --calls $(or $(CALLS),100000) $(ARGS)

rate: benches
	@$(RELEASE)-bench rate --per-second $(or $(PER_SECOND),200) --seconds $(or $(SECONDS),60) $(ARGS)

outside: deps
	@echo "==> the README's Swift, in a package of its own"
	@.ci/outside -j $(JOBS)

sanitize: deps
	@JOBS=$(JOBS) .ci/sanitize thread
	@JOBS=$(JOBS) .ci/sanitize address

fuzz: deps
	@JOBS=$(JOBS) .ci/fuzz $(SECONDS_EACH) $(TARGETS)

install: release
	install -D -m 0755 $(RELEASE) "$(DESTDIR)$(PREFIX)/bin/attendant"
	install -d -m 0755 "$(DESTDIR)/etc/attendant/menus"
	@for f in Menus/*.json; do t="$(DESTDIR)/etc/attendant/menus/$$(basename "$$f")"; \
	    [ -e "$$t" ] || install -m 0644 "$$f" "$$t"; done
	install -D -m 0644 asterisk-conf/extensions_attendant.conf \
	    "$(DESTDIR)$(PREFIX)/share/attendant/extensions_attendant.conf"
	install -D -m 0644 asterisk-conf/attendant.service "$(DESTDIR)/etc/systemd/system/attendant.service"
	@sed -i 's,@PREFIX@,$(PREFIX),g' "$(DESTDIR)/etc/systemd/system/attendant.service"
	install -D -m 0644 asterisk-conf/attendant.socket "$(DESTDIR)/etc/systemd/system/attendant.socket"
	@echo "installed. Next: systemctl daemon-reload && systemctl enable --now attendant.socket attendant"

uninstall:
	rm -f "$(DESTDIR)$(PREFIX)/bin/attendant" "$(DESTDIR)/etc/systemd/system/attendant.service" \
	    "$(DESTDIR)/etc/systemd/system/attendant.socket"
	rm -rf "$(DESTDIR)$(PREFIX)/share/attendant"
	@echo "left in place: /etc/attendant (menus) and /var/lib/attendant (calls, requests, messages)"

clean:
	rm -rf .build .build-*
