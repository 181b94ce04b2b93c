/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "reader/steppe-item-page.h"

G_BEGIN_DECLS

struct _SteppeItemPage
{
  AdwNavigationPage parent_instance;

  AdwHeaderBar *header;
  GtkBox *content;
  SteppeFocus *focus;
  SteppeDossier *dossier;
  SteppeItem *item;
};

void steppe_item_page_open (SteppeItemPage *self,
                            SteppeItem *item);

/* Parts of a page: groups, seen only when something is in them, and rows. */
AdwPreferencesGroup *steppe_item_page_begin_group (const char *title);
void steppe_item_page_end_group (SteppeItemPage *self,
                                 AdwPreferencesGroup *group);
GtkWidget *steppe_item_page_add_row (AdwPreferencesGroup *group,
                                     const char *title,
                                     const char *subtitle);
void steppe_item_page_add_fact (AdwPreferencesGroup *group,
                                const char *title,
                                const char *value);
GtkWidget *steppe_item_page_add_item (SteppeItemPage *self,
                                      AdwPreferencesGroup *group,
                                      SteppeItem *item,
                                      const char *caption);
void steppe_item_page_add_reference (SteppeItemPage *self,
                                     AdwPreferencesGroup *group,
                                     const char *id,
                                     const char *caption);
void steppe_item_page_add_link (SteppeItemPage *self,
                                AdwPreferencesGroup *group,
                                const char *title,
                                const char *uri);

/* What a page of each kind tells. */
void steppe_item_page_add_facts (SteppeItemPage *self);
void steppe_item_page_add_ties (SteppeItemPage *self);
void steppe_item_page_add_sources (SteppeItemPage *self);
void steppe_item_page_add_statements (SteppeItemPage *self,
                                      const char *title,
                                      GPtrArray *statements);
void steppe_item_page_add_who_says_what (SteppeItemPage *self);
void steppe_item_page_add_stances (SteppeItemPage *self);
void steppe_item_page_add_related (SteppeItemPage *self);
void steppe_item_page_add_events (SteppeItemPage *self);

G_END_DECLS
