"""Figures of several places, years and plans that a question sets against each other: every gap told_of for, with its formula."""


def test_one_place_is_set_against_each_of_those_it_is_compared_with(told_of):
    told = told_of("2025年高新技术企业目标，安河比西岭、东渚各高多少家").answer
    assert "比西岭县高120家（300家-180家=120家）" in told
    assert "比东渚县高205家（300家-95家=205家）" in told


def test_the_best_of_several_is_set_against_the_city_that_is_none_of_them(told_of):
    told = told_of("2020年研发强度，安河、西岭、东渚谁最高，比全市高几个点").answer
    assert "安河县最高，2.9%，比临湖市高0.5个百分点（2.9%-2.4%=0.5个百分点）" in told
    assert "2025年目标" not in told  # of no year that is told_of for


def test_the_lowest_of_several_is_set_against_the_city_where_that_is_asked(told_of):
    assert (
        "东渚县最低，2.2%，比临湖市低0.2个百分点（2.4%-2.2%=0.2个百分点）"
        in told_of("2020年研发强度，安河、西岭、东渚谁最低，比全市低几个点").answer
    )


def test_the_increments_of_two_places_are_set_against_each_other(told_of):
    told = told_of("15到20年高新企业新增，安河比西岭多增多少家").answer
    assert "安河县增加得更多，90家；西岭县60家，多30家（90家-60家=30家）" in told
    assert "130家-40家=90家" in told


def test_rates_of_growth_are_set_against_each_other_by_points(told_of):
    told = told_of("PCT申请量20到25年的增幅，安河比西岭高多少个点").answer
    assert "安河县增幅更大，150%；西岭县50%，多100个百分点（150%-50%=100个百分点）" in told


def test_who_rises_most_is_told_by_the_rise(told_of):
    told = told_of("研发占GDP，20到25年安河、西岭、东渚谁提得最多").answer
    assert "增加得最多，0.6个百分点" in told or "安河县、西岭县" in told
    assert "3.5%-2.9%=0.6个百分点" in told
    assert "2.7%-2.2%=0.5个百分点" in told


def test_changes_over_different_years_are_not_set_side_by_side(told_of):
    told = told_of("十三五期间高新技术企业净增，安河和东渚差多少家").answer
    assert "95家-70家" not in told  # from 2020 on


def test_where_places_start_and_what_they_aim_at_are_both_told(told_of):
    told = told_of("开展R&D活动的企业比例，东渚起点比市里低多少，终点呢").answer
    assert "48.5%-41.2%=7.3个百分点" in told
    assert "相同，都是60%" in told


def test_the_targets_of_two_plans_of_one_place_are_set_against_each_other(told_of):
    assert "2900家-2000家=900家" in told_of("临湖316方案和十四五规划，高企目标差多少家").answer
    assert "27万元/人-24万元/人=3万元/人" in told_of("全员劳动生产率，临湖的十四五规划和316方案目标差几万").answer


def test_a_plan_that_is_named_is_set_against_another_place(told_of):
    assert "3.5%-3.4%=0.1个百分点" in told_of("316方案的研发占GDP目标比安河25年的低多少").answer


def test_the_first_is_set_against_the_last_where_that_is_asked(told_of):
    told = told_of("高企目标安河、西岭、东渚谁定得最低，比最高的少多少家").answer
    assert "东渚县95家为最低，相差205家（300家-95家=205家）" in told


def test_each_of_several_is_set_against_the_city(told_of):
    told = told_of("安河、西岭、东渚2020年研发强度与全市平均的差距各是多少").answer
    assert "安河县比临湖市高0.5个百分点（2.9%-2.4%=0.5个百分点）" in told
    assert "东渚县比临湖市低0.2个百分点（2.4%-2.2%=0.2个百分点）" in told


def test_how_many_times_that_of_an_earlier_year_is_reckoned_place_by_place(told_of):
    told = told_of("安河和西岭到2025年高企是2020年的几倍，谁倍数大").answer
    assert "300家÷130家≈2.31倍" in told
    assert "180家÷110家≈1.64倍" in told
    assert "300家÷180家" not in told


def test_a_ratio_of_two_places_stays_one_where_two_years_are_named(told_of):
    assert "300家÷180家" in told_of("2020年和2025年，安河的高企数是西岭的几倍").answer


def test_a_place_named_with_its_plan_is_told_of_that_plans_last_year(told_of):
    assert "2900家÷300家" in told_of("临湖行动方案里的高企目标是安河十四五目标的几倍").answer


def test_the_place_that_one_of_several_takes_is_counted_among_them(told_of):
    answer = told_of("2020年高新技术企业数，西岭在安河、西岭、东渚三家里排第几")
    assert "西岭县排第2位：安河县130家，西岭县110家，东渚县70家" in answer.answer


def test_a_row_that_counts_from_a_level_on_is_told_by_its_whole_name(told_of):
    answer = told_of("西岭企业工程技术中心2015年有几家")
    assert "省级以上企业工程技术中心：2015年3家" in answer.answer
    assert not answer.abstained


def test_what_a_plan_sets_one_target_for_under_two_names_is_told_of_both(told_of):
    told = told_of("东渚全社会劳动生产率现状值是多少").answer
    assert "13.2万元/人" in told
    assert "全员劳动生产率”2020年13.6万元/人" in told


def test_places_moved_up_are_reckoned_from_both_ranks(told_of):
    assert "前进9位（30位-21位=9位）" in told_of("安河科技创新指数排名之前第几，往前进了多少名").answer


def test_other_places_are_told_beside_the_city_that_is_taken_for_granted(told_of):
    assert "其他地方：安河县2025年目标300家" in told_of("高新技术企业2025年目标是多少").answer


def test_a_rise_over_so_many_years_ends_in_the_year_named(told_of):
    told = told_of("安河和西岭2020年研发强度是2.9和2.6，五年里各爬了几个点，谁爬得多").answer
    assert "2.9%-2.1%=0.8个百分点" in told and "2.6%-1.9%=0.7个百分点" in told and "2025年" not in told
    assert "2025年目标3.5%" in told_of("安河2020年研发强度2.9%，五年里还要再爬几个点").answer


def test_each_figure_stated_is_told_with_its_own_year(told_of):
    told = told_of("临湖全社会研发3.4%和3.1%分别是哪一年的目标").answer
    assert "2027年目标3.4%" in told and "2025年目标3.1%" in told


def test_the_year_of_a_figure_stated_in_the_clause_before_is_told(told_of):
    assert "2027年目标27万元/人" in told_of("316方案说全员劳动生产率27万元/人，哪一年要做到").answer
    assert "2027年目标2900家" in told_of("临湖高企达到2900家是什么时候的目标").answer


def test_a_target_in_words_has_no_place_among_figures(told_of):
    told = told_of("规上工业研发投入占营收，安河、西岭、东渚2025年各定了多少").answer
    assert "2.5%" in told and "不低于全市平均水平" in told and "最低" not in told and "最高" not in told


def test_figures_of_the_year_named_are_told_alone(told_of):
    told = told_of("高企和人才总量，安河2025年各定了多少").answer
    assert "2025年目标300家" in told and "2025年目标14万人" in told and "2015年" not in told and "2020年" not in told


def test_figures_stated_of_two_things_are_told_under_their_own_names(told_of):
    told = told_of("安河高企300家、人才总量14万人，是到哪年").answer
    assert "高新技术企业数：2025年目标300家" in told and "人才总量：2025年目标14万人" in told


def test_the_figure_before_the_one_stated_is_told_where_it_is_asked_for(told_of):
    assert "2020年130家，2025年目标300家" in told_of("安河300家高企是哪年的目标，原来是多少").answer


def test_a_result_is_asked_of_the_year_named_with_it(told_of):
    answer = told_of("安河高企2020年实际是多少，2025年又要多少")
    assert not answer.abstained and "130家" in answer.answer and "300家" in answer.answer
    assert told_of("安河高企2025年实际是多少，2020年呢").abstained
