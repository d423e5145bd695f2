#include "lint/facts/facts.h"

/* A text that no longer is the known one, or never was: only its own words count. */
static bool is_own_text(const struct ml_license_fact *fact)
{
	return fact->altered || !fact->license || fact->license->placeholder || fact->license->family;
}

static bool breaks(const struct ml_license_fact *fact, const struct ml_knowledge *knowledge, size_t i)
{
	return knowledge->terms[fact->terms[i].id].contradicts && !fact->terms[i].duty;
}

static bool has_scale_duty(const struct ml_license_fact *fact)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].duty)
			return true;
	return false;
}

static bool has_limit(const struct ml_license_fact *fact, const struct ml_knowledge *knowledge)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (breaks(fact, knowledge, i))
			return true;
	return false;
}

/* A duty to show a name or badge that known open texts do not have. */
static bool has_display_duty(const struct ml_license_fact *fact)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].id == ML_TERM_NAMING_OR_BADGE && fact->terms[i].value)
			return true;
	return false;
}

/* What the words say where no verdict is known: silence of a known open text stays open, silence of another proves nothing. */
static enum ml_osd osd_of_terms(const struct ml_license_fact *fact, const struct ml_knowledge *knowledge)
{
	if (has_limit(fact, knowledge))
		return ML_OSD_FAILS;
	if (has_scale_duty(fact) || (fact->altered && has_display_duty(fact)))
		return ML_OSD_DISPUTED;
	return ML_OSD_UNKNOWN;
}

enum ml_osd ml_license_osd(const struct ml_license_fact *fact, const struct ml_knowledge *knowledge)
{
	enum ml_osd known = fact->license ? fact->license->osd : ML_OSD_UNKNOWN;

	if (fact->license && (known == ML_OSD_FAILS || known == ML_OSD_DISPUTED))
		return known;
	if (is_own_text(fact))
		return osd_of_terms(fact, knowledge);
	if (known != ML_OSD_UNKNOWN)
		return known;
	if (fact->license->osi_approved)
		return ML_OSD_CONFORMS;
	return osd_of_terms(fact, knowledge);
}

/* Where the verdict is disputed the display duty is what it is disputed for. */
static bool counts(const struct ml_license_fact *fact, const struct ml_knowledge *knowledge, enum ml_osd osd, size_t i)
{
	if (osd == ML_OSD_FAILS)
		return breaks(fact, knowledge, i);
	return osd == ML_OSD_DISPUTED && (breaks(fact, knowledge, i) || fact->terms[i].duty || fact->terms[i].id == ML_TERM_NAMING_OR_BADGE);
}

size_t ml_license_failing(const struct ml_license_fact *fact, const struct ml_knowledge *knowledge, const struct ml_term_fact **out,
			  size_t max)
{
	enum ml_osd osd = ml_license_osd(fact, knowledge);
	size_t nr = 0;

	for (int id = 0; id < ML_TERM_NR && nr < max; id++) {
		for (size_t i = 0; i < fact->terms_nr; i++) {
			if ((int)fact->terms[i].id != id || !counts(fact, knowledge, osd, i))
				continue;
			out[nr++] = &fact->terms[i];
			break;
		}
	}
	return nr;
}

bool ml_fact_has(const struct ml_license_fact *fact, enum ml_term_id term)
{
	for (size_t i = 0; i < fact->terms_nr; i++)
		if (fact->terms[i].id == term)
			return true;
	return false;
}

/* How a verdict weighs when parts are put together: one that fails outweighs one that is disputed. */
static int gravity(enum ml_osd osd)
{
	static const int of[] = {
		[ML_OSD_CONFORMS] = 0, [ML_OSD_NA] = 1, [ML_OSD_UNKNOWN] = 2, [ML_OSD_DISPUTED] = 3, [ML_OSD_FAILS] = 4,
	};
	return of[osd];
}

const struct ml_governing *ml_govern_deciding(const struct ml_facts *facts, const struct ml_govern *govern)
{
	const struct ml_governing *found = NULL;
	int best = 0;

	for (size_t i = 0; i < govern->of_nr; i++) {
		int grave = gravity(ml_license_osd(govern->of[i].fact, facts->knowledge));
		if (!found || (govern->any ? grave < best : grave > best)) {
			found = &govern->of[i];
			best = grave;
		}
	}
	return found;
}
