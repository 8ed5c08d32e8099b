"""What a figure is about: attribute, part, statistic, modality and dimension, in fields of many sorts."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.support.scanned import shipped
from verify.extract.extractor import Extractor
from verify.model.claim import Claim
from verify.model.document import Block, Document, Section, Source
from verify.model.span import OffsetMap

EXTRACTOR = Extractor(shipped())


def claims(text: str, title: str = "") -> dict[str, Claim]:
    """Return the claims of a text by their quotes."""
    language = "en" if text.isascii() else "zh"
    source = Source("text.txt", "text.txt", title=title, published=dt.date(2024, 10, 1), language=language)
    block = Block(Section.BODY, text, OffsetMap.identity(len(text)))
    return {claim.quote: claim for claim in EXTRACTOR.extract(Document(source, text, (block,))).claims}


@pytest.mark.parametrize(
    ("text", "quote", "attribute"),
    [
        ("该行不良贷款率为1.32%。", "1.32%", "rate.bad-loans"),
        ("Customer deposits reached 865 billion yuan.", "reached 865 billion yuan", "money.deposits"),
        ("影片製作成本為1.2億元。", "1.2億元", "money.production"),
        ("造成2人死亡、1人失踪。", "1人", "people.missing"),
        ("造成2人死亡、1人失踪。", "2人", "people.deaths"),
        ("The trial enrolled 642 patients at 38 trial sites.", "642 patients", "people.enrolled"),
        ("球队积分63分，攻入58球。", "58球", "count.goals"),
        ("体育场设有座位45,000个。", "45,000个", "people.capacity"),
        ("The stadium can hold 45,000 people.", "45,000 people", "people.capacity"),
        # 算力 in P, and by the number of operations
        ("岚川智算中心总算力达5200P。", "达5200P", "compute.peak"),
        ("岚川智算中心提供2000P的国产算力。", "2000P", "compute.peak"),
        ("岚川智算中心算力规模为每秒520亿亿次。", "每秒520亿亿次", "compute.peak"),
        ("岚川智算中心机架规模为3000个。", "3000个", "count.racks"),
        # how far a thing lies from another, and the size of a screen
        ("The Vale Park covers 140 hectares 47 km south of Orsey.", "47 km", "length.distance"),
        ("The Vale Park, 47 km outside Orsey, covers 140 hectares.", "47 km", "length.distance"),
        ("谷阳X5搭载6.36英寸直屏。", "6.36英寸", "length.screen"),
        ("The Vale phone has a 6.7-inch touchscreen.", "6.7-inch", "length.screen"),
        ("展厅有一块高14米的大屏。", "14米", "length.height"),
        # what is told of an election
        ("约163万人走进投票站。", "约163万人", "people.voted"),
        ("Some 1.6 million people cast a ballot.", "Some 1.6 million people", "people.voted"),
        ("公民联盟赢得61.88万票。", "61.88万票", "count.votes"),
        ("The Civic Union took 34 of the seats in the regional parliament.", "34", "count.seats"),
        ("The Pine Hall has 34 seats.", "34 seats", "people.capacity"),
        ("The Pro plan covers 50,000 MAU.", "50,000", "people.users-monthly"),
        # labels in a row
        ("Registered voters: 2,418,305. Ballots cast: 1,629,938.", "2,418,305", "people.voters"),
        ("Registered voters: 2,418,305. Ballots cast: 1,629,938.", "1,629,938", "people.voted"),
        # money that a noun behind it tells, and water in a tank
        ("One ticket scooped the $862 million jackpot.", "$862 million", "money.prize"),
        ("The main tank has 4,200 cubic metres of seawater.", "4,200 cubic metres", "volume.storage"),
        ("该馆主展池水量4200立方米。", "4200立方米", "volume.storage"),
        ("该厂年用水量4200立方米。", "4200立方米", "mass.water-use"),
        ("2024年3月18日，碳捕集装置终于开机。", "2024年3月18日", "date.launch"),
        ("营收、净利润分别为10亿元、2亿元。", "10亿元", "money.revenue"),
        ("营收、净利润分别为10亿元、2亿元。", "2亿元", "money.profit"),
        ("不良率和拨备覆盖率分别为1.18%、286.5%。", "1.18%", "rate.bad-loans"),
        ("Revenue and net profit were $10m and $2m, respectively.", "$10m", "money.revenue"),
        ("Revenue and net profit were $10m and $2m, respectively.", "$2m", "money.profit"),
        ("The trial ran at 277 trial sites in 17 countries.", "17 countries", "count.countries"),
        ("电力：全县累计4.1万户停电。", "4.1万户", "people.blackout"),
        ("农损部分，初步估计约4亿元。", "估计约4亿元", "money.agriculture-loss"),
        ("用水方面，该厂每天2.8万吨。", "每天2.8万吨", "mass.water-use"),
        ("The museum welcomed 12,000 visitors a day.", "12,000 visitors a day", "people.visitors"),
        ("录取新生9,846人，其中本科生5,612人。", "5,612人", "people.new-students"),
        ("在校生3.6万人，其中本科生2.2万人。", "2.2万人", "people.students"),
        ("公园现有巡护员2,160名。", "2,160名", "count of [count of 巡护员]"),
        ("The park has 2,610 rangers.", "2,610", "count of [count of 巡护员]"),
        ("研究船可搭载科研人员48名。", "48名", "people.capacity"),
        ("全市人口421万人，其中青石区人口最多，为96万人。", "96万人", "people.population"),
        ("湿地记录到鸟类268种、植物1200种。", "1200种", "count.species-plants"),
        ("湿地记录到鸟类268种、植物1200种。", "268种", "count.species-birds"),
        ("The wetland has 268 species of birds.", "268 species", "count.species-birds"),
        ("花园展出花卉2600余种。", "2600余种", "count.species-flowers"),
        ("园内有野生动物9400只。", "9400只", "count of [count of 野生动物]"),
        ("区内记录到雪豹个体73只。", "73只", "count of [count of 雪豹]"),
        ("电站安装16台单机容量100万千瓦的水轮发电机组。", "16台", "count.turbines"),
        (
            "Visitor numbers at the education centre rose 23.8 percent to 78,000.",
            "23.8 percent",
            "growth of people.visitors",
        ),
        ("望远镜已发布数据1.8PB。", "1.8PB", "size.data"),
        ("The telescope released 1.8 petabytes of data.", "1.8 petabytes", "size.data"),
        ("手机售价3,299元起。", "3,299元起", "money.price-from"),
        ("Work on the main structure began in August 2017.", "August 2017", "date.construction"),
        ("科考船2012年服役。", "2012年", "date.in-service"),
        ("The airline took delivery of 6 aircraft in 2021.", "6 aircraft", "count.acquired"),
        ("标准存储为每GB0.1元。", "每GB0.1元", "money.price"),
        ("卫星轨道倾角为97.4度。", "97.4度", "angle.inclination"),
        ("江州大桥一期投资18亿元。", "18亿元", "money.investment"),
        ("2023年，江州大桥投资18亿元。", "18亿元", "money.invested"),
        ("江州电力公司投资18亿元。", "18亿元", "money.invested"),
        ("江州市2022年新增充电桩4.2万个。", "4.2万个", "growth of count.piles"),
        ("江州市充电桩为4.2万个。", "4.2万个", "count.piles"),
        ("The Tamsin Temple is about 1,300 years old.", "about 1,300 years old", "duration.history"),
        ("The Tamsin Orchestra's average age is 34 years.", "34 years", "duration.fleet-age"),
        ("Mary Tamsin is 34 years old.", "34 years old", "age.any"),
        ("服务可用性承诺为每月99.9%。", "每月99.9%", "rate.availability"),
        ("The film has sold 24 million tickets.", "24 million", "people.admissions"),
        ("The theatre has sold 24,000 tickets.", "24,000", "count.sold"),
        ("法院受理案件3.2万件，审结3.1万件。", "3.2万件", "count.cases-accepted"),
        ("法院受理案件3.2万件，审结3.1万件。", "3.1万件", "count.cases-closed"),
        ("The reservoir will hold 3.2 billion cubic metres.", "3.2 billion cubic metres", "volume.storage"),
        ("6月末总资产较年初增长5.8%。", "5.8%", "growth of money.assets"),
        ("The tank will hold 270 litres.", "270 litres", "volume.capacity"),
        ("No more than 6,000 visitors are let in per day.", "No more than 6,000 visitors", "limit.visitors"),
        ("About 6,000 visitors came per day.", "About 6,000 visitors", "people.visitors"),
        ("谷阳银行上半年营收186亿，同比下降1.7%。", "186亿", "money.revenue"),
        ("谷阳银行上半年营收186亿，同比下降1.7%。", "1.7%", "growth of money.revenue"),
        ("谷阳银行去年净赚逾72亿。", "逾72亿", "money.profit"),
        ("谷阳汽车出口12万，出口额3万。", "3万", "money.exports"),
        ("谷阳汽车出口12万，出口额3万。", "12万", None),
        ("谷阳汽车售价12.9万。", "12.9万", "money.price"),
        ("第三季度毛利率20.1%，第二季度则为17.4%。", "17.4%", "rate.gross-margin"),
        ("谷阳厂2023年产钢300万吨，2022年为280万吨。", "280万吨", "count.produced"),
        ("谷阳厂2023年产钢300万吨，2022年员工280人。", "280人", "people.staff"),
        ("谷阳县干茶总产量5万吨，其中绿茶3万吨、白茶1万吨。", "1万吨", "count.produced"),
        ("Of its 420 buses, 310 are battery-electric.", "310", "count of 公交车"),
        (
            "The Vale Railway has 62 paid staff and about 900 volunteers.",
            "about 900 volunteers",
            "people.volunteers",
        ),
        ("A message may have up to 100 recipients.", "up to 100", "limit.recipients"),
        ("The fund helped 300 recipients.", "300", "people.recipients"),
        ("The vault locks after 15 minutes of inactivity.", "15 minutes", "limit.idle"),
        ("谷阳会议参会人数上限为100人。", "100人", "limit.participants"),
        ("谷阳论坛参会人数为1200人。", "1200人", "people.participants"),
        ("The widest overpass measures 60 m.", "60 m", "length.width"),
        ("谷阳号盾构机累计掘进3.9公里。", "3.9公里", "length.bored"),
        ("谷阳基金已拨付1.15亿元。", "1.15亿元", "money.disbursed"),
        (
            "The Vale Library keeps 90,000 books; a further 40,000 are new.",
            "40,000",
            "growth of count.collection",
        ),
    ],
)
def test_attribute(text: str, quote: str, attribute: str | None) -> None:
    claim = claims(text).get(quote)
    assert (claim and claim.attribute_id) == attribute


def test_a_large_bare_number_beside_a_word_for_money_is_plain_money() -> None:
    claim = claims("谷阳银行去年营收186亿。")["186亿"]
    assert claim.dimension == "CNY"


@pytest.mark.parametrize(
    ("text", "quote", "scope"),
    [
        ("治疗组缓解率为61.4%，安慰剂组为27.9%。", "27.9%", "placebo"),
        ("The response rate was 61 percent in the treatment group.", "61 percent", "treated"),
        ("在校生3.6万人，其中博士研究生3,120人。", "3,120人", "doctoral"),
        ("医院有床位1500张，其中800张为监护床位。", "800张", "intensive care"),
        ("标准版售价298元，豪华版则为398元。", "398元", "deluxe edition"),
        (
            "免费版单场会议最长40分钟，最多100人参会；专业版最多300人参会，每月45元。",
            "最多100人",
            "free edition",
        ),
        (
            "免费版单场会议最长40分钟，最多100人参会；专业版最多300人参会，每月45元。",
            "每月45元",
            "professional edition",
        ),
        ("专业版最多300人参会。云录制保存30天。", "30天", None),
        ("主办单位动员志工5,200名。", "5,200名", None),
        ("《溪山晚照》估价8000万元，最终以1.84亿元成交。", "1.84亿元", None),
        ("谷阳茶叶拍卖本场最高价每公斤5.21美元。", "每公斤5.21美元", None),
        ("Buses of the Vale Line run every two minutes.", "two minutes", None),
        ("一期、二期投资分别为10亿元和20亿元。", "10亿元", "phase 1"),
        ("一期、二期投资分别为10亿元和20亿元。", "20亿元", "phase 2"),
        ("22座车站，其中9座可以换乘。", "9座", "transfer"),
        ("数据中心一期的机柜从4000个增加到5000个。", "5000个", "phase 1"),
        ("江州医院儿科有床位150张。", "150张", "儿科"),
        ("江州医院现有床位150张。", "150张", None),
        ("远山超市公司在江州市的门店为28家。", "28家", "江州市"),
        ("与全国平均水平相比，数据中心的功耗低20%。", "20%", None),
        ("Phase 1 of the Larkfield data centre has 5,000 racks.", "5,000 racks", "phase 1"),
        ("The antenna of the Tamsin Tower is 31 metres tall.", "31 metres", "antenna"),
        ("The length of the Tamsin Bridge is 310 metres.", "310 metres", None),
        ("最大的厅有1200个座位，最小的厅有300个座位。", "300个", "最小的厅"),
        ("The largest hall has 1,200 seats.", "1,200 seats", "largest hall"),
        ("Against severe disease, efficacy was 92.9%.", "92.9%", "severe disease"),
        ("承诺使用一年优惠35%。", "35%", "1 year"),
        ("全国死亡5人，其中江北4人。", "4人", "江北"),
        ("The operator can import up to 12 GW.", "up to 12 GW", None),
        ("The 286-km line has nine stations.", "286-km", None),
        ("《云海传奇》首个资料片明年推出。", "明年", "资料片"),
        ("长河博物馆首个展厅将于2023年5月启用。", "2023年5月", "展厅"),
        ("《云海传奇》首次于2023年5月推出。", "2023年5月", None),
        ("《云海传奇》明年推出首个资料片。", "明年", None),
        ("The hall has 9,400 square metres of floor space.", "9,400 square metres", None),
        ("俱乐部全年预算3.2亿元，前锋马骁以21个进球领跑射手榜。", "21个", "前锋马骁"),
        ("江北机场货运吞吐量38万吨。", "38万吨", None),
        ("全省城镇化率为66.2%。", "66.2%", None),
        ("全省城镇居民人均收入5万元。", "5万元", "urban"),
        ("65岁及以上人口57.8万人，占13.7%。", "13.7%", "aged 65+"),
        ("三次产业增加值分别为20亿元、50亿元和30亿元。", "50亿元", "secondary industry"),
        ("三次产业增加值分别为20亿元和50亿元。", "50亿元", None),
        ("城乡居民人均收入分别为5万元、2万元。", "2万元", "rural"),
        ("湿地生活着412种脊椎动物和2600种高等植物。", "412种", "vertebrates"),
        ("湿地生活着412种脊椎动物和2600种高等植物。", "2600种", "higher plants"),
        ("The wetland is home to 2,600 species of higher plants.", "2,600 species", "higher plants"),
        ("江北地铁8号线二期开通。该工程线路长16公里。", "16公里", "phase 2"),
        ("江北地铁8号线二期开通。该公司有员工300人。", "300人", None),
        ("The hospital treated 900 patients. A second visit was paid to 240 of them.", "240", "part"),
        ("江州市小麦播种面积约3290万亩，平均亩产430公斤。", "430公斤", "wheat"),
        ("江州市城镇居民人均可支配收入5万元，人均消费支出3万元。", "3万元", "urban"),
        ("江州市粮食播种面积约3290万亩，其中小麦面积900万亩，全市亩产430公斤。", "430公斤", None),
        ("The airline flies 40 domestic routes and has 900 staff.", "900 staff", None),
        ("A phase 3 trial of 900 adults began.", "900 adults", None),
        ("The club drew an average home attendance of 24,000.", "24,000", "home"),
        ("远山手机机身重量189克，厚7.9毫米。", "189克", None),
        ("远山手机机身重189克，厚7.9毫米。", "189克", None),
        ("Oak Farm employs 90 people, among them 12 pilots, and has 300 members.", "300 members", None),
        # what is counted is a part of what is spoken of; a noun alone may be the thing or its site
        ("长河调水工程总投资21亿元，输水干线总长278公里，其中隧洞7条，隧洞总长96公里。", "96公里", "隧洞"),
        ("长河计算中心昨日启用，园区占地面积2万平方米。", "2万平方米", None),
        ("长河调水工程总投资21亿元，总长278公里。", "278公里", None),
        ("工程输水干线全长91公里，其中北段最长，干线长40公里。", "40公里", "north section"),
        ("谷阳电站1号机组装机100万千瓦，年发电70亿千瓦时。", "70亿千瓦时", "unit 1"),
        ("谷阳电站去年发电116亿千瓦时，其中1号机组89亿千瓦时、2号机组27亿千瓦时。", "27亿千瓦时", "unit 2"),
        ("谷阳电站1号机组2017年投产，二号机组2018年投产。", "2018年", "unit 2"),
        ("Unit 2 of the Vale station opened in May 2018.", "May 2018", "unit 2"),
        ("Unit 1 of the Vale station has 80 staff. The station cost $3 billion.", "$3 billion", None),
        ("谷阳电站1号机组耗资30亿元。历时三年，总投资90亿元。", "90亿元", None),
        ("谷阳电站一期耗资30亿元。占地90公顷。", "90公顷", "phase 1"),
        ("谷阳电站一期耗资30亿元。规划总IT负载240兆瓦。", "240兆瓦", None),
        ("谷阳电站一期总IT负载80兆瓦。", "80兆瓦", "phase 1"),
        ("谷阳地铁高峰时段最小行车间隔为4分钟。", "4分钟", None),
        ("谷阳地铁3号线工作日高峰最小行车间隔为4分钟。", "4分钟", None),
        ("谷阳地铁3号线工作日最小行车间隔为4分钟。", "4分钟", "weekday"),
        ("谷阳平台会员为4010万人，而去年底这一数字为3680万人。", "3680万人", None),
        ("The 42-metre vessel carries 400 passengers.", "42-metre", None),
        ("The Seagull is a ferry. The Gull, a 3,150-tonne research vessel, is old.", "3,150-tonne", None),
        ("The Vale arena is old. Its roof weighs 13,000 tonnes and spans 246 metres.", "246 metres", "roof"),
        ("去年，谷阳机场国际旅客吞吐量1800万人次。", "1800万人次", "overseas"),
        ("谷阳大桥全长30公里，隧道长6公里。", "6公里", "隧道"),
        ("远航H7电动汽车续航里程620公里。", "620公里", None),
        ("谷阳隧道全长6公里。隧道宽12米。", "12米", None),
        ("谷阳大学占地90公顷，图书馆面积2万平方米。", "2万平方米", "图书馆"),
        ("谷阳地铁7号线一期通车。正在建设的7号线二期长11公里，设站8座。", "8座", "phase 2"),
        ("谷湾水电站装机容量90万千瓦，水电站总投资30亿元。", "30亿元", None),
        ("城北区常住人口112万人。", "112万人", None),
        ("谷阳医院北区床位112张。", "112张", "north wing"),
        ("全县粮食播种面积42万亩，平均亩产440公斤。", "440公斤", "grain"),
        ("今年全县粮食总产18万吨，播种面积42万亩，总人口30万人。", "42万亩", "grain"),
        ("今年全县粮食总产18万吨，播种面积42万亩，总人口30万人。", "30万人", None),
        ("谷阳核电站今天建成，总装机容量230万千瓦的一期工程全面投产。", "230万千瓦", "phase 1"),
        (
            "The first phase of the Vale station cost $3 billion. Six units are planned at the station.",
            "Six",
            None,
        ),
        ("It is fast: on my laptop it read 120,000 records.", "120,000", None),
        ("The company held cash of 3 billion yuan.", "3 billion yuan", None),
        ("Of its 420 buses, 310 are battery-electric.", "310", "electric"),
        ("Of its 420 buses, 310 have ramps.", "310", "part"),
        (
            "Vale county made 50,000 tonnes of tea, including 14,800 tonnes of white tea.",
            "14,800 tonnes",
            "white tea",
        ),
        ("The firm shipped 864,000 drones, of which 92,000 were for farming.", "92,000", "farming"),
        ("The Vale plant employs 900 people, 300 of them women.", "300", "female"),
        ("谷阳县产茶5万吨，其中绿茶产量3万吨、白茶产量1万吨。", "1万吨", "白茶"),
        ("谷阳县干茶总产量5万吨，其中绿茶3万吨、白茶1万吨。", "1万吨", "白茶"),
        ("谷阳矿山产铜18万吨，其中露天矿区11万吨、地下矿区7万吨。", "11万吨", "露天矿区"),
        ("谷阳矿山产铜18万吨，其中露天矿区11万吨、地下矿区7万吨。", "7万吨", "underground part"),
        ("谷阳港3号泊位长300米。", "300米", "berth 3"),
        ("Berth 3 of the Vale harbour is 300 metres long.", "300 metres", "berth 3"),
        ("The Vale company is building 3 plants and has 900 staff.", "900 staff", None),
        # what only adds up is no whole; the whole, or the thing named again, ends a part
        ("谷阳核电站一期装机2.3吉瓦，建设共花费400亿元。", "400亿元", "phase 1"),
        ("谷阳核电站一期装机2.3吉瓦，全厂花费400亿元。", "400亿元", None),
        (
            "Phase 1 of the Vale field cost $3 billion. The deepest well at Vale is 3,200 metres.",
            "3,200 metres",
            None,
        ),
        (
            "Phase 1 of the Vale fab has 40 tools. It is old, and the fab employs 900 people.",
            "900 people",
            None,
        ),
        ("谷阳大学在全国31个省招生。", "31个", None),
        ("谷阳公司在全国有门店300家。", "300家", "domestic"),
        ("诺安三期临床试验入组1248例患者。", "1248例", "临床试验"),
        ("Among those aged 80 and over, however, efficacy was 76%.", "76%", "aged 80+"),
        # words of a part before 每日; those that another clause has others in place of; one word cut wrongly
        ("个人开发者每日配额为5000次请求。", "5000次请求", "个人开发者"),
        ("企业开发者每日配额为5000次请求。", "5000次请求", "企业开发者"),
        ("服饰鞋包成交额721亿元，美妆个护成交额433亿元。", "721亿元", "服饰鞋包"),
        ("服饰鞋包成交额721亿元，美妆个护成交额433亿元。", "433亿元", "美妆个护"),
        ("园内热带温室面积1.5万平方米。", "1.5万平方米", "热带温室"),
        ("地热田装机容量5万千瓦。", "5万千瓦", None),
        ("谷阳电站一期4台机组总装机达到1.2GW。", "达到1.2GW", "phase 1"),
        ("谷阳电站二期明年完工，届时总装机将达180万千瓦。", "将达180万千瓦", None),
        ("谷阳电站二期明年完工，总装机将达180万千瓦。", "将达180万千瓦", "phase 2"),
        ("谷阳电站首批两台机组投产。", "两台", "first batch"),
        ("谷阳平台 3.2 版于2024年6月3日发布。", "2024年6月3日", "version 3.2"),
        ("Equities made up 58.4% of assets.", "58.4%", "equity"),
        ("谷阳大桥附近，队员钻取了118米长的岩芯。", "118米", "岩芯"),
        ("谷阳大桥是一座55公里长的跨海大桥。", "55公里", None),
        ("谷阳银行对公贷款余额3亿元。", "3亿元", "corporate"),
        # the first days of something are no year of it; who pays is no part
        ("谷阳公园头两天就来了1.6万人次。", "1.6万人次", "first 2 days"),
        ("Pine Park drew 12,000 visitors in its first two days.", "12,000 visitors", "first 2 days"),
        ("谷阳公园提前三天完工，接待游客2万人次。", "2万人次", None),
        ("谷阳钢厂改造完工，厂里花了约3.6亿元。", "约3.6亿元", None),
        ("谷阳公园于2024年6月3日对公众开放。", "2024年6月3日", None),
        # a noun that says which people a figure counts
        ("The Vale plant employs 280 women.", "280", "female"),
        ("谷阳工厂有女职工280名。", "280名", "female"),
        ("The Vale clinic treated 340 children.", "340 children", "child"),
        ("谷阳幼儿园有儿童340名。", "340名", "child"),
        ("The Vale clinic has 340 senior citizens.", "340", "elderly"),
        ("The Vale plant employs 280 people.", "280 people", None),
        ("The Vale plant made 280 men's bicycles.", "280", "male"),
    ],
)
def test_part(text: str, quote: str, scope: str | None) -> None:
    assert claims(text)[quote].qualifiers.scope == scope


@pytest.mark.parametrize(
    ("text", "quote", "modality"),
    [
        ("The 42-km line has seven stations and a design speed of 120 km/h.", "seven stations", None),
        ("The 42-km line has seven stations and a design speed of 120 km/h.", "120 km/h", "designed"),
        ("The Pine Bridge is 3 km long and will open in May 2026.", "3 km", None),
        ("The probe weighs 900 kg and is designed to work for five years.", "900 kg", None),
        ("The probe is to weigh 900 kg.", "900 kg", "planned"),
        # design counts right before what is measured, and never of people and money
        ("The Pine data centre has 800 racks and a design PUE of 1.18.", "1.18", "designed"),
        ("The Pine data centre has 800 racks and a design PUE of 1.18.", "800 racks", None),
        ("Pine Line trains have a design maximum speed of 80 km/h.", "80 km/h", "designed"),
        ("The Pine terminal has a design depth of 17 metres.", "17 metres", "designed"),
        ("The Pine studio has a design staff of 40 people.", "40 people", None),
        ("The Pine Bridge, praised for its design, is 3 km long.", "3 km", None),
        ("江州市粮食局预计，今年江州市粮食产量有1395万吨。", "1395万吨", "planned"),
        ("According to official forecasts, Larkfield grows 5,000 tonnes of rice.", "5,000 tonnes", "planned"),
        ("江州市计划扩建粮库，今年江州市粮食产量有1395万吨。", "1395万吨", None),
        ("Each user gets 50 GB of storage on the Premium plan.", "50 GB", None),
        ("Larkfield plans a 300 MW solar park.", "300 MW", "planned"),
        ("一次路线规划支持16个途经点。", "16个", None),
        ("园区规划面积16平方公里。", "16平方公里", "planned"),
        # a plan is a thing, and so is what a name calls one
        ("该计划覆盖全县128所学校。", "128所", None),
        ("The Dawn programme (晨曦午餐计划) feeds 36,420 pupils.", "36,420 pupils", None),
        ("江州市计划建设128所学校。", "128所", "planned"),
        # 将 before what is handled is 把, before a verb it is will
        ("云雀二号火箭将18颗卫星送入轨道。", "18颗", None),
        ("该县将约12.4万亩湿地划入保护区。", "约12.4万亩", None),
        ("远山公司将三家门店改为旗舰店。", "三家", None),
        ("远山景区将票价降至40元。", "40元", None),
        ("大桥将缩短路程40公里。", "40公里", "planned"),
        ("医院将新增床位300张。", "300张", "planned"),
        ("公司将一次性投入3000万元。", "3000万元", "planned"),
        ("园区将建设面积12万平方米的展馆。", "12万平方米", "planned"),
    ],
)
def test_modality(text: str, quote: str, modality: str | None) -> None:
    """What is designed or will be tells nothing of the figure before it."""
    assert claims(text)[quote].qualifiers.modality == modality


@pytest.mark.parametrize(
    ("text", "quote", "period"),
    [
        ("Northfield Foods reported sales of $5m for 2023. Net profit was $1m.", "$1m", "2023"),
        ("Northfield Foods announced first-half sales of $5m. Net profit was $1m.", "$1m", "first-half"),
        ("Northfield Foods announced on 3 May that sales were $5m. Net profit was $1m.", "$1m", None),
    ],
)
def test_what_is_reported_for_a_period_did_not_happen_in_it(
    text: str, quote: str, period: str | None
) -> None:
    time = claims(text)[quote].qualifiers.time
    assert (time and time.stated) == period


@pytest.mark.parametrize(
    ("text", "quote", "statistic"),
    [
        ("The PC version peaked at 187,432 concurrent players.", "187,432", "peak"),
        ("By default the cache takes 64 MiB.", "64 MiB", "default"),
        ("写操作默认超时时间为5000毫秒。", "5000毫秒", "default"),
        ("推荐配置的内存为16 GB。", "16 GB", "recommended"),
        ("机队平均机龄为6.2年。", "6.2年", None),
        ("该厂月产能3万片。", "3万片", "per month"),
        ("该厂产能每月3万片。", "每月3万片", "per month"),
        ("该厂年产能36万片。", "36万片", None),
        ("日均客流15万人次。", "15万人次", "per day"),
        ("The club drew an average home attendance of 24,000.", "24,000", "per match"),
        ("新廠一天用水3.2萬噸。", "3.2萬噸", "per day"),
        # the one day, month or year that was just named is no rate
        ("谷阳电厂一年发电4300万度。", "4300万度", "per year"),
        ("谷阳电厂去年一年发电4300万度。", "4300万度", None),
        ("谷阳电厂2023年一年发电4300万度。", "4300万度", None),
        ("谷阳景区昨天一天接待游客3万人次。", "3万人次", None),
        ("谷阳景区10月一个月接待游客30万人次。", "30万人次", None),
        ("They were followed for 6.9 months on average.", "6.9 months", "mean"),
        ("机房年均PUE为1.25。", "1.25", "mean"),
        ("The annual average PUE of the hall is 1.25.", "1.25", "mean"),
        ("The annual PUE of the hall is 1.25.", "1.25", None),
        ("2024年1至9月，公司累计交付汽车3万辆。", "3万辆", None),
        ("公司累计交付汽车3万辆。", "3万辆", "cumulative"),
        ("电厂日处理能力由10万吨提高到25万吨。", "25万吨", "per day"),
        ("电厂处理能力由10万吨提高到25万吨。", "25万吨", None),
        # a date between what is measured and its figure parts no word of a rate from it
        ("谷阳快递单票收入从2022年的2.88元降到2023年的2.73元。", "2.88元", "per unit"),
        ("谷阳快递单票收入从2022年的2.88元降到2023年的2.73元。", "2.73元", "per unit"),
        ("谷阳地铁日均客流从2022年的30万人次增至2023年的42万人次。", "30万人次", "per day"),
        ("谷阳地铁客流从2022年的30万人次增至2023年的42万人次。", "30万人次", None),
        ("The plant generates 17.2 TWh of electricity a year.", "17.2 TWh", "per year"),
        ("The factory makes 30,000 pairs of shoes each month.", "30,000", "per month"),
        ("The plant cost 300 million yuan, and is full every day.", "300 million yuan", None),
        ("The service accepts 100 requests for each key.", "100 requests", None),
        ("Messages are kept for 4 days by default and for at most 14 days.", "at most 14 days", None),
        ("谷阳电网最高负荷4862万千瓦，比去年最高值增长6.4%。", "6.4%", None),
    ],
)
def test_statistic(text: str, quote: str, statistic: str | None) -> None:
    assert claims(text)[quote].qualifiers.statistic == statistic


@pytest.mark.parametrize(
    ("text", "quote", "time"),
    [
        ("Line losses fell from 5.42 percent in 2022 to 5.17 percent in 2023.", "5.42 percent", "2022"),
        ("Line losses fell from 5.42 percent in 2022 to 5.17 percent in 2023.", "5.17 percent", "2023"),
    ],
)
def test_time_behind_its_figure(text: str, quote: str, time: str) -> None:
    period = claims(text)[quote].qualifiers.time
    assert period is not None
    assert period.stated == time


@pytest.mark.parametrize(
    ("chinese", "one", "english", "other"),
    [
        ("普通专业学费为每学年5500元。", "5500元", "Tuition is 5,500 yuan a year.", "5,500 yuan a year"),
        (
            "最低工资每月2200元。",
            "每月2200元",
            "The minimum wage is 2,200 yuan a month.",
            "2,200 yuan a month",
        ),
        ("月租金3000元。", "3000元", "The rent is 3,000 yuan per month.", "3,000 yuan per month"),
        ("价格由每小时5元降至4元。", "4元", "The price is 4 yuan an hour.", "4 yuan an hour"),
    ],
)
def test_money_by_the_month_or_year(chinese: str, one: str, english: str, other: str) -> None:
    first, second = claims(chinese)[one], claims(english)[other]
    assert (first.attribute_id, first.dimension) == (second.attribute_id, second.dimension)


@pytest.mark.parametrize(
    ("text", "quote", "loose"),
    [
        ("远山数据中心一期机柜达5000个，占地2公顷。", "2公顷", False),
        ("远山数据中心一期的机柜达5000个，占地2公顷。", "2公顷", True),
        ("远山数据中心一期的机柜达5000个，占地2公顷。", "达5000个", False),
    ],
)
def test_the_part_that_has_something_may_end_with_its_clause(text: str, quote: str, loose: bool) -> None:
    known = claims(text)[quote].qualifiers
    assert (known.scope, known.loose) == ("phase 1", loose)


def test_a_clause_that_goes_on_about_a_part_leaves_no_doubt() -> None:
    known = claims("Phase 2 of the Vale line, which has nine stations, is due in May.")[
        "nine stations"
    ].qualifiers
    assert (known.scope, known.loose) == ("phase 2", False)


def test_the_part_that_has_something_ends_with_its_sentence() -> None:
    found = claims("远山数据中心一期的机柜达5000个。占地2公顷。")
    assert found["2公顷"].qualifiers.scope is None


@pytest.mark.parametrize(
    ("text", "quote", "event"),
    [
        ("园区的碳排放预计2028年前后达到峰值，2050年实现碳中和。", "2028年前后", "date.carbon-peak"),
        ("园区的碳中和预计2045年实现。", "2045年", "date.net-zero"),
        ("园区的用电量预计2028年达到峰值。", "2028年", None),
        ("截至2022年底，江州酒店开业门店1200家。", "2022年底", None),
        ("江州市2021年出生人口3800人。", "2021年", None),
        ("江州大桥2021年通车，全长3公里。", "2021年", "date.launch"),
        ("At the end of 2021 the Vale library held 1.2 million books.", "the end of 2021", None),
        ("In May 2021, the Vale Tunnel opened.", "May 2021", "date.launch"),
        ("In May 2021, drivers paid more, and the Vale Tunnel opened.", "May 2021", None),
        ("The Vale Tunnel is expected to open in May 2021.", "May 2021", "date.launch"),
        ("园区提出碳中和预计2045年到访者增加。", "2045年", None),
        ("谷阳古城1998年发现，2001年起发掘。", "1998年", "date.discovered"),
        ("谷阳古城的调查发现问题30个，1998年报告。", "1998年", None),
        ("赤水石窟开凿于公元512年。", "公元512年", "date.construction"),
        ("谷阳博物馆计划2027年开放。", "2027年", "date.launch"),
        ("谷阳博物馆2027年全年开放。", "2027年", None),
        ("谷阳电厂1号机组2017年4月12日投入商业运行。", "2017年4月12日", "date.launch"),
        ("Unit 1 began commercial operation in April 2017.", "April 2017", "date.launch"),
        ("The Vale Bridge was completed in 2019.", "2019", "date.completed"),
        ("Ground was broken on the Vale plant in March 2021.", "March 2021", "date.construction"),
        ("The Vale Museum has been open since 2019.", "2019", "date.launch"),
        ("Vale Bank was listed in Hong Kong in 2012.", "2012", "date.listed"),
        ("The Vale earthquake struck at 5:40 a.m. on September 4.", "September 4", "date.happened"),
        ("Applications close on 30 June.", "30 June", "date.ended"),
        ("谷阳展览将持续至6月9日。", "6月9日", "date.ended"),
        ("谷阳电厂投产时间提前至2025年6月。", "2025年6月", "date.launch"),
        ("谷阳电厂投产时间由2025年9月提前至2025年6月。", "2025年6月", "date.launch"),
        ("谷阳电厂投产时间由2025年9月提前至2025年6月。", "2025年9月", None),
        ("谷阳马拉松定于11月3日开跑。", "11月3日", "date.held"),
        ("谷阳号盾构机7月16日在江州下线。", "7月16日", "date.rolled-off"),
        ("昨天，谷阳号驶离江州港。", "昨天", "date.departed"),
        ("The Vale Star left Larkfield Harbour on May 3.", "May 3", "date.departed"),
        ("The Vale storm on May 3 left 12 people dead.", "May 3", None),
        ("电动渡轮谷阳号5月18日投入江州航线。", "5月18日", "date.in-service"),
        ("谷阳手机4月18日开卖。", "4月18日", "date.on-sale"),
        ("昨夜，谷阳二号火箭把三颗卫星送入500公里的轨道。", "昨夜", "date.launched-into-space"),
        ("谷阳2021年秋季拍卖会9月10日落槌。", "9月10日", "date.ended"),
        ("谷阳2021年秋季拍卖会9月10日落槌。", "2021年秋季", None),
        ("The 2024 Vale festival ended on May 3.", "2024", None),
        ("谷阳马拉松开跑时间定在11月3日。", "11月3日", "date.held"),
        ("到今天，谷阳博物馆新馆开放整整一年。", "今天", None),
        ("今天是谷阳大桥通车三周年。", "今天", None),
        ("谷阳大桥今天通车满一年。", "今天", None),
        ("谷阳大桥今天通车，历时三年。", "今天", "date.launch"),
        ("The Vale Tunnel will open at the end of 2025.", "the end of 2025", "date.launch"),
        ("The opening of the Vale Tunnel was postponed to June 2026.", "June 2026", "date.launch"),
    ],
)
def test_event(text: str, quote: str, event: str | None) -> None:
    claim = claims(text).get(quote)
    assert (claim and claim.attribute_id) == event


def test_a_year_or_so_is_only_of_what_happens_then() -> None:
    found = claims("园区的碳排放预计2028年前后达到峰值，峰值时的排放量不超过35万吨二氧化碳当量。")
    assert found["不超过35万吨二氧化碳当量"].qualifiers.time is None


@pytest.mark.parametrize(
    ("text", "quote", "unit"),
    [
        ("該公司資本額新台幣5億元，去年營收12億元。", "12億元", "TWD"),
        ("該公司資本額5億元，去年營收12億元。", "12億元", "CNY"),
        ("該公司資本額新台幣5億元，在香港營收12億元。", "12億元", "CNY"),
        ("该公司资本额新台币5亿元，去年营收12亿元。", "12亿元", "CNY"),
        ("戲劇節預算為港幣4,200萬元，其中政府資助1,850萬元。", "1,850萬元", "HKD"),
        ("戲劇節預算為港幣4,200萬元，內地政府資助人民幣1,850萬元，另有300萬元。", "300萬元", "CNY"),
        ("該屋苑呎價約15,679元，去年營收12億元。", "12億元", "HKD"),
        ("澳門首5個月博彩毛收入961億元。", "961億元", "MOP"),
        ("台積電第2季營收6,735億元。", "6,735億元", "TWD"),
        ("茶王每台斤拍出12萬元，農民辦公所需3萬元。", "3萬元", "TWD"),
        ("農民辦公所需3萬元。", "3萬元", "CNY"),
        ("房價每坪58萬元，屋苑售價800萬元。", "800萬元", "CNY"),
        ("澳門與香港的商戶共營收12億元。", "12億元", "CNY"),
        ("戏剧节预算为港币4200万元，其中政府资助1850万元。", "1850万元", "CNY"),
        ("The mill made €3 million. It sold flour at 58 cents.", "58 cents", "EUR"),
        ("The mill made A$3 million. It sold flour at 58 cents.", "58 cents", "AUD"),
        ("The mill made 3 million yuan. It sold flour at 58 cents.", "58 cents", "XCT"),
        ("The mill made €3 million and $2 million. It sold flour at 58 cents.", "58 cents", "XCT"),
        ("The mill made €3 million. It sold flour at 58 US cents.", "58 US cents", "USD"),
    ],
)
def test_plain_money(text: str, quote: str, unit: str) -> None:
    assert claims(text)[quote].dimension == unit


@pytest.mark.parametrize(
    ("text", "quote", "first", "last"),
    [
        ("In 2022-23 the museum drew 120,000 visitors.", "120,000 visitors", "2022-01-01", "2023-12-31"),
        ("第三季營收為12億元。", "12億元", "2024-07-01", "2024-09-30"),
        (
            "In the first nine months of 2023 exports were $3 million.",
            "$3 million",
            "2023-01-01",
            "2023-09-30",
        ),
        (
            "The firm made 300 cars in the first nine months of the year.",
            "300 cars",
            "2024-01-01",
            "2024-09-30",
        ),
        ("In the first half of last year exports were $3 million.", "$3 million", "2023-01-01", "2023-06-30"),
        ("统计局数据显示，2023年全县产粮5万吨。其中小麦产量2万吨。", "2万吨", "2023-01-01", "2023-12-31"),
    ],
)
def test_period(text: str, quote: str, first: str, last: str) -> None:
    period = claims(text)[quote].qualifiers.time
    assert period is not None
    assert (str(period.earliest), str(period.latest)) == (first, last)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("江北大学创办于1952年，现有19个学院。", "19个"),
        ("The firm, founded in 1994, covers 42 hectares and employs 300 people.", "300 people"),
    ],
)
def test_the_date_of_a_past_event_is_no_time_of_what_follows(text: str, quote: str) -> None:
    known = claims(text)[quote].qualifiers
    assert (known.time, known.as_of) == (None, None)


def test_the_end_of_a_year_is_an_as_of_date() -> None:
    known = claims("The firm had 5,130 employees at the end of 2023.")["5,130 employees"].qualifiers
    assert known.time is None
    assert known.as_of is not None
    assert str(known.as_of.latest) == "2023-12-31"


def test_at_most_of_a_limit_is_a_bound_and_no_statistic() -> None:
    known = claims("A value may be at most 16 MB.")["at most 16 MB"].qualifiers
    assert (known.statistic, known.bound) == (None, "maximum")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("游戏销量突破100万套。", "The game has sold one million copies."),
        ("医院门急诊量为186.9万人次。", "The hospital recorded 1.87 million outpatient visits."),
        ("公司服务客户3126万户。", "The utility has 31 million customers."),
        ("博物馆设有十四个展厅。", "The museum has 14 galleries."),
        ("医院设有三十六间手术室。", "The hospital has 36 operating theatres."),
    ],
)
def test_same_count_in_both_languages(one: str, other: str) -> None:
    keys = [{(c.attribute_id, c.dimension) for c in claims(text).values()} for text in (one, other)]
    assert len(keys[0]) == 1
    assert keys[0] == keys[1]


@pytest.mark.parametrize(
    ("text", "quote", "attribute"),
    [
        ("全市人口增加34.2万人。", "34.2万人", "growth of people.population"),
        ("公司营收增加30亿元。", "30亿元", "growth of money.revenue"),
        ("谷阳医院平均住院日5.8天，比上年缩短0.4天。", "0.4天", "growth of duration.stay"),
        ("Revenue rose by 3 billion yuan.", "3 billion yuan", "growth of money.revenue"),
        ("The group added 300 staff.", "300 staff", "growth of people.staff"),
        ("The group has 300 more staff than a year ago.", "300", "growth of people.staff"),
        ("The group cut its staff by 3,000.", "3,000", "growth of people.staff"),
        ("The group cut its budget by €4m.", "€4m", "growth of money.budget"),
        ("钢厂营收100亿元，增速8%。", "8%", "growth of money.revenue"),
        ("全市人口增加34.2万人，增幅8.8%。", "8.8%", "growth of people.population"),
        ("上半年增长率为6.2%。", "6.2%", "rate.growth"),
        ("全年经济增速为5.2%。", "5.2%", "rate.gdp-growth"),
        ("项目每年减排二氧化碳430万吨。", "430万吨", "emissions.cut"),
        ("The group has more than 5,000 staff.", "more than 5,000 staff", "people.staff"),
        ("Revenue was $5m, 8 percent more than a year before.", "8 percent", "growth of money.revenue"),
        ("Revenue was $5m, 8 percent less than in 2022.", "8 percent", "growth of money.revenue"),
    ],
)
def test_how_much_more_there_is_is_not_how_much_there_is(text: str, quote: str, attribute: str) -> None:
    assert {one: claim.attribute_id for one, claim in claims(text).items()}[quote] == attribute


@pytest.mark.parametrize(
    ("text", "quote", "statistic"),
    [
        ("青松电厂新增2台40兆瓦汽轮发电机组。", "40兆瓦", "per unit"),
        ("青松港新增6台65噸岸橋。", "65噸", "per unit"),
        ("青松公司购置20架180座客机。", "180座", "per unit"),
        ("青松电厂有机组2台，总装机80兆瓦。", "80兆瓦", None),
        ("青松公司有员工120人30个部门。", "30个", None),
        ("青松公司连续3天日产2吨。", "2吨", "per day"),
    ],
)
def test_what_is_told_of_those_counted_right_before_is_of_each(
    text: str, quote: str, statistic: str | None
) -> None:
    assert claims(text)[quote].qualifiers.statistic == statistic
