#!/usr/bin/env python3
"""Plans beside other solvers on the same instances, in one run: greedy, CBC, GLPK, HiGHS, and our own.

plan.py [--shared DIR] [--quick]   needs cbc, glpsol and highspy; each solution of ours is checked here again. Times are
processor times. Ends with 1 where a bound does not hold.
"""
import json, os, subprocess, sys, tempfile

here = os.path.dirname(os.path.abspath(__file__))
shared = os.path.abspath(
    sys.argv[sys.argv.index("--shared") + 1] if "--shared" in sys.argv else os.path.join(here, "../../../shared"))
sys.path.insert(0, shared + "/bench")
from gen_opt import gen

program = os.environ.get("PLAN_BENCHMARK") or os.path.join(here, ".build/release/PlanBenchmark")


def ours(n, m, flavour, mode, figure):
    instance = gen(n, m, 1, flavour)
    with tempfile.NamedTemporaryFile("w", suffix=".json", delete=False) as file:
        json.dump(instance, file)
    answer = json.loads(subprocess.check_output([program, file.name, mode, str(figure)]))
    os.remove(file.name)
    items, ins = instance["items"], instance["ins"]
    pairs, seen, total, spent, used = {tuple(p) for p in instance["pairs"]}, set(), 0, 0, {}
    for i, j, g in answer["grants"]:
        assert (i, j) in pairs and i not in seen and ins[j]["ming"] <= g <= min(ins[j]["rate"] * items[i]["cost"] // 100, ins[j]["maxg"])
        seen.add(i)
        total += g
        spent += items[i]["cost"]
        used.setdefault(j, []).append(g)
    for j, grants in used.items():
        assert sum(grants) <= ins[j]["budget"] and len(grants) <= ins[j]["maxapps"]
    assert sum(ins[j]["effort"] for j in used) <= instance["effort_cap"] and spent - total <= instance["own"]
    assert total == answer["objective"]
    return answer


def other(solver, n, m, flavour, gap, limit):
    """Another solver's answer. Some count elapsed time: on a busy machine they get more of it, until it is the same of
    the processor's."""
    for allowed in (limit, None):
        allowed = allowed or limit * min(20, limit / max(0.1, answer["cpu"]))
        out = subprocess.run(
            [sys.executable, shared + "/bench/opt.py", solver, str(n), str(m), "indiv", flavour, str(gap), str(allowed)],
            capture_output=True, text=True, cwd=shared + "/bench", env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"})
        try:
            answer = json.loads(out.stdout)
        except json.JSONDecodeError:
            return {"obj": None, "bound": None, "cpu": None, "status": "failed its check"}
        elapsed = answer.get("wall") or 0
        if solver == "greedy" or elapsed < 0.95 * limit or answer["cpu"] >= 0.95 * limit:
            return answer
    return answer


def line(name, objective, bound, cpu):
    gap = f"{(bound - objective) / objective * 100:.2f} %" if bound and objective else "–"
    print(f"  {name:8} {objective or '–':>12} gap {gap:>8} {cpu if cpu is not None else '–':>8} CPU s", flush=True)


failed = False


def judge(what, holds):
    global failed
    failed = failed or not holds
    print(f"  {'ok' if holds else 'FAILED':8} {what}", flush=True)


for n, m, flavour, gap in [(20, 10, "easy", 0), (20, 10, "tight", 0), (60, 30, "easy", 0.01), (60, 30, "tight", 0.01)]:
    print(f"{n} x {m} {flavour}, to a gap of {gap:.0%}")
    answer = min((ours(n, m, flavour, "gap", gap) for _ in range(3)), key=lambda each: each["cpu"])
    line("parapet", answer["objective"], answer["bound"], round(answer["cpu"], 2))
    cbc = min((other("cbc", n, m, flavour, gap, 120) for _ in range(2)), key=lambda each: each["cpu"] or 1e9)
    line("cbc", cbc["obj"], cbc.get("bound"), cbc["cpu"])
    judge("within the gap", answer["bound"] is not None and answer["bound"] <= answer["objective"] * (1 + gap) + 1e-6)
    if n == 20:
        judge("under 0.5 s", answer["cpu"] < 0.5)
    elif flavour == "easy":
        judge("no slower than CBC alone", answer["cpu"] <= cbc["cpu"])
    else:
        judge("at most half of CBC's time", answer["cpu"] <= cbc["cpu"] / 2)
if "--quick" not in sys.argv:
    for n, m in [(200, 60), (500, 60)]:
        for flavour in ["easy", "tight"]:
            print(f"{n} x {m} {flavour}, 20 CPU s each")
            answer = ours(n, m, flavour, "seconds", 20)
            line("parapet", answer["objective"], answer["bound"], round(answer["cpu"], 2))
            best = 0
            for solver in ["greedy", "cbc", "glpk", "highs"]:
                result = other(solver, n, m, flavour, 0, 20)
                line(solver, result["obj"], result.get("bound"), result.get("cpu"))
                best = max(best, result["obj"] or 0)
            judge("never worse than the best of the others", answer["objective"] >= best)
sys.exit(1 if failed else 0)
