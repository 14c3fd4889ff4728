/* What lint says: words that nobody knows, and what cannot work. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "tests/support/mistakes.h"

static void
what_is_not_built_says_so_where_it_stands(void **state)
{
	static const struct mistake rows[] = {
		{ HEAD "fault latency\n", "7:7: faults of kind 'latency' are not built yet" },
		{ HEAD "exec x y\n", "7:1: 'exec' is not built yet" },
		{ HEAD "world\n  fault latency\n",
		    "8:9: faults of kind 'latency' are not built yet" },
		{ HEAD "actor php client\n", "7:11: an actor of kind 'client' is not built yet" },
		{ HEAD "state rdap a.com status = x\n", "7:7: 'state rdap' is not built yet" },
	};

	(void)state;
	EXPECT_MISTAKES(rows);
}

static void
misspelt_words_are_met_with_the_right_one(void **state)
{
	static const struct mistake rows[] = {
		{ HEAD "mial anna none\n", "7:1: unknown word 'mial'; did you mean 'mail'?" },
		{ HEAD "shpo > lookup domain=a.com\n",
		    "7:1: unknown word 'shpo'; did you mean 'shop'?" },
		{ HEAD "advnace P1D\n", "7:1: unknown word 'advnace'; did you mean 'advance'?" },
		{ HEAD "zzz\n", "7:1: unknown word 'zzz'" },
		{ HEAD "level mist\n", "7:7: unknown level 'mist'; did you mean 'must'?" },
		{ HEAD "level x\n", "7:7: unknown level 'x': it is must, should or may" },
		{ HEAD "world\n  clok 1\n",
		    "8:3: unknown word under 'world' 'clok'; did you mean 'clock'?" },
		{ HEAD "world\n  fixture portfolo\n",
		    "8:11: unknown ready-made world 'portfolo'; did you mean 'portfolio'?" },
		{ HEAD "world\n  policy verification.batchzone=EST\n",
		    "8:10: unknown policy 'verification.batchzone'; did you mean "
		    "'verification.batch_zone'?" },
		{ HEAD "actor x persn\n",
		    "7:9: unknown kind of actor 'persn'; did you mean 'person'?" },
		{ HEAD "actor x person emial=y\n",
		    "7:16: unknown key of a person 'emial'; did you mean 'email'?" },
		{ HEAD "shop > sw_regster domain=a.com\n",
		    "7:8: unknown action 'sw_regster'; did you mean 'sw_register'?" },
		{ HEAD "shop > sw_register domain=a.com owner=@ana\n",
		    "7:39: unknown actor 'ana'; did you mean 'anna'?" },
		{ HEAD "mail anna none type = verification.remainder\n",
		    "7:23: unknown type of mail 'verification.remainder'; did you mean "
		    "'verification.reminder'?" },
		{ HEAD "mail anna none tpye = verification.reminder\n",
		    "7:16: unknown field of a mail 'tpye'; did you mean 'type'?" },
		{ HEAD "mail anna none link verfiy absent\n",
		    "7:21: unknown relation of a link 'verfiy'; did you mean 'verify'?" },
		{ HEAD "ignore mail verification.requst\n",
		    "7:13: unknown type of mail 'verification.requst'; did you mean "
		    "'verification.request'?" },
		{ HEAD "event REGISTERD none\n",
		    "7:7: unknown event 'REGISTERD'; did you mean 'REGISTERED'?" },
		{ HEAD "state dns a.com rocde = NXDOMAIN\n",
		    "7:17: unknown field of this state 'rocde'; did you mean 'rcode'?" },
		{ HEAD "state whois a.com sttus ~ ok\n",
		    "7:19: unknown field of this state 'sttus'; did you mean 'status'?" },
		{ HEAD "state a.com verfication.status = x\n",
		    "7:13: unknown field of this state 'verfication'; did you mean 'verification'?" },
		{ HEAD "mark day\nat dya+P1D\n",
		    "8:4: 'dya' is no instant, and no mark that was set above" },
		{ HEAD "foreach case whne\n  | a P1D\n  advance $when\nend\n",
		    "9:11: unknown variable 'when'; did you mean 'whne'?" },
	};

	(void)state;
	EXPECT_MISTAKES(rows);
}

static void
verbs_and_faults_are_looked_up(void **state)
{
	static const struct mistake rows[] = {
		{ HEAD "anna verfy\n", "7:6: unknown verb 'verfy'; did you mean 'verify'?" },
		{ HEAD "op decide domain=a.com verdit=x\n", "7:4: 'decide' needs verdict=" },
		{ HEAD "op review domain=a.com domian=x\n",
		    "7:24: unknown key 'domian'; did you mean 'domain'?" },
		{ HEAD "actor reg registry\nreg acept order=1\n",
		    "8:5: unknown verb 'acept'; did you mean 'accept'?" },
		{ HEAD "actor reg registry\nreg delay order=1\n", "8:5: 'delay' needs after=" },
		{ HEAD "actor reg registry\nreg accept odrer=1\n", "8:5: 'accept' needs order=" },
		{ HEAD "fault unknown_staus\n",
		    "7:7: unknown kind of fault 'unknown_staus'; did you mean 'unknown_status'?" },
		{ HEAD "fault unknown_status tehn=accept\n",
		    "7:22: unknown key of unknown_status 'tehn'; did you mean 'then'?" },
		{ HEAD "fault unknown_status then=acept\n",
		    "7:27: unknown then 'acept'; did you mean 'accept'?" },
		{ HEAD "world\n  fault mail_bounce domian=a.com\n",
		    "8:21: unknown key of mail_bounce 'domian'; did you mean 'domain'?" },
	};

	(void)state;
	EXPECT_MISTAKES(rows);
}

static void
maps_are_looked_up(void **state)
{
	static const struct mistake rows[] = {
		{ HEAD "let who city=Uppsala\nshop > lookup domain=a.com owner=@hwo\n",
		    "8:34: unknown actor 'hwo'; did you mean 'who'?" },
		{ HEAD "let who city=Uppsala\nshop > lookup domain=a.com owner=@who ns=@who\n",
		    "" },
		{ HEAD "let who city=Uppsala\nmail anna none subject = @who\n",
		    "8:26: 'who' is a map: it stands for contacts and attributes" },
		{ HEAD "let who city=Uppsala\nop adjust reseller=@who balance=1\n",
		    "8:20: 'who' is a map: it stands for contacts and attributes" },
		{ HEAD "let who city=$city\nshop > lookup domain=a.com owner=@who\n",
		    "7:14: variable '$city' is used before it is set" },
		{ HEAD "let who city=a city=b\n", "7:16: 'city' is said twice" },
		{ HEAD "let who a=@who\n", "7:11: the map 'who' does not stand above" },
		{ HEAD "let who a=@ana\n", "7:11: unknown actor 'ana'; did you mean 'anna'?" },
		{ HEAD "let who a=b\nlet who a=b\n", "8:5: there is a map 'who' already" },
		{ HEAD "let anna a=b\n", "7:5: there is an actor 'anna' already" },
		{ HEAD "let mail a=b\n", "7:5: 'mail' is a word of the language, not a name" },
	};

	(void)state;
	EXPECT_MISTAKES(rows);
}

static void
a_together_promises_no_order(void **state)
{
	static const char *const same = HEAD
	    "together\nshop > lookup domain=a.com\n  < attributes.x -> $x\n"
	    "shop > lookup domain=$x\nend\n";
	const struct mistake rows[] = {
		{ same, "10:22: '$x' is set in the same together, which promises no order" },
		{ HEAD "together\nshop > lookup domain=a.com\n  < attributes.x -> $x\n"
		       "  < attributes.y = $x\nend\nshop > lookup domain=$x\n",
		    "" },
		{ HEAD "together\nadvance P1D\n", "7:1: this together has no 'end'" },
		{ HEAD "together now\nend\n", "7:10: unexpected 'now' here" },
		{ HEAD "together\ntogether\nend\nend\n", "8:1: a together inside a together" },
		{ HEAD "together\nforeach a\n | 1\nend\nend\n",
		    "8:1: a foreach inside a together: rows play in copies of one world" },
	};

	(void)state;
	EXPECT_MISTAKES(rows);
}

static void
an_xpath_is_one_and_looks_at_a_reply(void **state)
{
	static const struct mistake rows[] = {
		{ HEAD "shop > lookup domain=a.com\n  < xpath \"//a[@b='c']\" a = b\n", "" },
		{ HEAD "shop > lookup domain=a.com\n  < xpath = b\n", "" }, /* a path */
		{ HEAD "shop > lookup domain=a.com\n  < xpath \"//a[\"\n",
		    "8:11: '//a[' is no XPath" },
		{ HEAD "shop > lookup domain=a.com\n  < xpath\n", "8:10: expected an expression" },
		{ HEAD "state a.com xpath \"//a\"\n",
		    "7:19: an xpath looks at the XML of a reply, and only there" },
	};

	(void)state;
	EXPECT_MISTAKES(rows);
}

static void
what_cannot_work_is_found_before_it_runs(void **state)
{
	static const struct mistake rows[] = {
		{ "version 1\nid TEST-1\n", "1:1: a story needs a title: scenario \"...\"" },
		{ "version 1\nscenario x\n", "1:1: a story needs an id, such as VERIFY-001" },
		{ "version 1\nscenario x\nid a/b\n",
		    "3:4: an id is made of A-Z, 0-9 and '-', not 'a/b'" },
		{ HEAD "world\n  clock 2026-02-30T00:00:00Z\n",
		    "8:9: '2026-02-30T00:00:00Z' is no instant: YYYY-MM-DDTHH:MM:SSZ" },
		{ HEAD "world\n  seed x1\n", "8:8: 'x1' is no number" },
		{ HEAD "advance 5d\n", "7:9: '5d' is no duration to spend: P5D, PT1H, P10D-PT1S" },
		{ HEAD "advance -P5D\n",
		    "7:9: '-P5D' is no duration to spend: P5D, PT1H, P10D-PT1S" },
		{ HEAD "at start+5d\n",
		    "7:4: 'start+5d' is no instant, and no mark that was set above" },
		{ HEAD "at start+Px\n",
		    "7:4: 'start+Px': what follows the instant is no duration" },
		{ HEAD "foreach a\n  | 1\n  mark $a\nend\n",
		    "9:8: a mark has a name of its own, no variable" },
		{ HEAD "advance $x\n", "7:9: variable '$x' is used before it is set" },
		{ HEAD "shop > lookup domain=a.com domain=b.com\n",
		    "7:28: 'domain' is said twice" },
		{ HEAD "shop > sw_register domain=a.com owner=anna\n",
		    "7:39: expected a @person, not 'anna'" },
		{ HEAD "shop > sw_register domain=a.com owner=@shop\n",
		    "7:39: 'shop' is no person but a reseller" },
		{ HEAD "fault mail_bounce nth=two\n", "7:23: 'two' is no number" },
		{ HEAD "fault mail_bounce nth=1 nth=2\n", "7:25: 'nth' is said twice" },
		{ HEAD "anna > lookup domain=a.com\n",
		    "7:1: only a reseller sends commands; 'anna' is a person" },
		{ HEAD "shop verify\n", "7:6: expected '>' and an action: 'shop' is a reseller" },
		{ HEAD "mail bob none\n",
		    "7:6: mail to 'bob': neither a person, a reseller nor an address" },
		{ HEAD "actor anna person\n", "7:7: there is an actor 'anna' already" },
		{ HEAD "actor mail person\n", "7:7: 'mail' is a word of the language, not a name" },
		{ HEAD "mail anna none subject ~ \"(\"\n",
		    "7:26: '(' is no regular expression: Unmatched ( or \\(" },
		{ HEAD "covers poll lookup sw_register\nshop > lookup domain=a.com\n",
		    "7:20: the story says that it covers 'sw_register', but never calls it" },
		{ HEAD "foreach case when\n  | a P1D\n  advance P1D\nend\n",
		    "7:14: no step uses the column 'when'" },
		{ HEAD
		    "foreach case act more\n  | a consent yes\n  anna $act share_more=$more\nend\n",
		    "" },
		{ HEAD "foreach case\n  | a\n  mark m\nend\nat m\n",
		    "11:4: 'm' is no instant, and no mark that was set above" },
		{ HEAD "foreach case when\n  | a P1D\n  advance $when\nend\nadvance $when\n",
		    "11:9: variable '$when' is used before it is set" },
	};

	(void)state;
	EXPECT_MISTAKES(rows);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_not_built_says_so_where_it_stands),
		cmocka_unit_test(misspelt_words_are_met_with_the_right_one),
		cmocka_unit_test(verbs_and_faults_are_looked_up),
		cmocka_unit_test(maps_are_looked_up),
		cmocka_unit_test(a_together_promises_no_order),
		cmocka_unit_test(an_xpath_is_one_and_looks_at_a_reply),
		cmocka_unit_test(what_cannot_work_is_found_before_it_runs),
	};

	return cmocka_run_group_tests_name("play_lint", tests, NULL, NULL);
}
