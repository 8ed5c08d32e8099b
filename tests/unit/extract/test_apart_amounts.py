"""Amounts, rates and times of different measures: two sentences on one thing are two facts."""

from __future__ import annotations

import datetime as dt
from functools import cache

import pytest

from tests.support.scanned import shipped
from verify.extract.extractor import Extractor
from verify.model.document import Block, Document, Section, Source
from verify.model.span import OffsetMap

APART = """
江州水价为每立方米3.2元。|江州气价为每立方米2.6元。
江州居民电价为每千瓦时0.52元。|江州上网电价为每千瓦时0.36元。
海岳科技公司发行价为12元。|海岳科技公司收盘价为38元。
海岳科技公司开盘价为35元。|海岳科技公司收盘价为38元。
江州楼面价为每平方米1.2万元。|江州房价为每平方米2.6万元。
海岳科技公司2023年人工成本为12亿元。|海岳科技公司2023年运营成本为38亿元。
Haiyue Company's fuel costs were $12 million in 2023.|Haiyue Company's labour costs were $38 million in 2023.
海岳科技公司2023年利税12亿元。|海岳科技公司2023年利润总额8亿元。
海岳科技公司有息负债为12亿元。|海岳科技公司总负债为38亿元。
江州马拉松报名费120元。|江州马拉松停车费20元。
江州大桥通行费20元。|江州大桥停车费10元。
江州银行2023年手续费及佣金净收入12亿元。|江州银行2023年非利息收入20亿元。
江州银行2023年信用减值损失12亿元。|江州银行2023年资产减值损失3亿元。
海岳科技公司2023年经营现金流12亿元。|海岳科技公司2023年自由现金流3亿元。
海岳科技公司起薪8000元。|海岳科技公司底薪5000元。
海岳公寓押金2000元。|海岳公寓定金500元。
《春山图》起拍价80万元。|《春山图》估价120万元。
江州银行信用额度5万元。|江州银行转账限额20万元。
江州2023年贸易顺差120亿元。|江州2023年财政结余20亿元。
海岳科技公司欠税120万元。|海岳科技公司欠薪300万元。
江州警方2023年追回1260万元。|江州警方2023年返还800万元。
江州税务局2023年留抵退税56亿元。|江州税务局2023年出口退税20亿元。
江州银行存款利率为1.5%。|江州银行贷款利率为3.9%。
江州增值税税率为13%。|江州所得税税率为25%。
江州关税为10%。|江州所得税税率为25%。
海岳系统识别准确率为96%。|海岳系统精确率为88%。
海岳系统误报率为2%。|海岳系统故障率为0.5%。
海岳疫苗有效率为92%。|海岳疫苗治愈率为60%。
江州队三分命中率为38%。|江州队罚球命中率为78%。
江州绿化覆盖率为43%。|江州绿地率为38%。
江州常住人口城镇化率为66%。|江州户籍人口城镇化率为48%。
江州大厦出租率为66%。|江州大厦去化率为48%。
江州医院病床使用率为86%。|江州医院设备利用率为58%。
江州水回收率为86%。|江州垃圾回收利用率为38%。
江州银行核心一级资本充足率为9.6%。|江州银行一级资本充足率为10.8%。
海岳科技公司不合格率为1.2%。|海岳科技公司退货率为3.5%。
海岳科技公司离职率为12%。|海岳科技公司用户流失率为3.5%。
海岳科技公司点击率为1.2%。|海岳科技公司转化率为3.5%。
海岳基金内部收益率为12%。|海岳基金年化收益率为6%。
海岳科技公司2023年销售费用率为12%。|海岳科技公司2023年管理费用率为6%。
江州2023年清洁能源占比为42%。|江州2023年非化石能源占比为26%。
江州铜矿选矿回收率为88%。|江州铜矿冶炼回收率为97%。
海岳保险公司2023年获赔率为97%。|海岳保险公司2023年赔付率为63%。
海岳保险公司2023年核心偿付能力充足率为150%。|海岳保险公司2023年综合偿付能力充足率为210%。
江州拍卖会买家佣金为15%。|江州拍卖会卖家佣金为10%。
《春山》收视率为2.6%。|《春山》收视份额为9.8%。
江州2023年弃风率为3.2%。|江州2023年弃光率为1.8%。
海岳疫苗不良反应率为3.2%。|海岳疫苗严重不良反应率为0.1%。
海岳科技公司复购率为32%。|海岳科技公司留存率为71%。
江州中学升学率为98%。|江州中学录取率为12%。
江州机收率为92%。|江州机播率为71%。
江州2023年线损率为4.2%。|江州2023年漏损率为9.1%。
江州大厦建筑高度为268米。|江州大厦净高为3.2米。
江州隧道最大埋深48米。|江州隧道水深62米。
江州管道内径1.2米。|江州管道外径1.4米。
江州大桥主跨1176米。|江州大桥悬挑36米。
江州地铁站间距1.2公里。|江州地铁平均运距9.2公里。
江州水库正常蓄水位175米。|江州水库警戒水位178米。
江州浪高6米。|江州风暴潮潮高3米。
海岳号总吨位13.5万吨。|海岳号排水量7万吨。
江州2023年铁路货运量1.2亿吨。|江州2023年海铁联运量320万吨。
江州水库总库容12亿立方米。|江州水库兴利库容8亿立方米。
江州水库死库容2亿立方米。|江州水库兴利库容8亿立方米。
江州2023年供水能力12亿立方米。|江州2023年供水量8亿立方米。
江州2023年产气量12亿立方米。|江州2023年用气量8亿立方米。
海岳油箱容积56升。|海岳后备箱容积560升。
海岳尘盒容量0.5升。|海岳水箱容量3升。
江州油田可采储量1.2亿吨。|江州油田地质储量3.6亿吨。
海岳续航时间14小时。|海岳待机时间240小时。
海岳充电时间30分钟。|海岳换电时间3分钟。
江州地铁发车间隔3分钟。|江州地铁平均等候时间2分钟。
江州地铁发车间隔3分钟。|江州地铁排队时间10分钟。
海岳新药中位总生存期18个月。|海岳新药无进展生存期9个月。
江州2023年去化周期18个月。|江州2023年成交周期3个月。
江州地铁运营速度80公里/小时。|江州地铁旅行速度35公里/小时。
江州最大风速32米/秒。|江州阵风风速45米/秒。
江州水库入库流量8000立方米每秒。|江州水库出库流量5000立方米每秒。
江州水库泄洪能力12000立方米每秒。|江州水库出库流量5000立方米每秒。
海岳疫苗储存温度为零下20℃。|海岳疫苗工作温度为8℃。
江州电站单机容量70万千瓦。|江州电站总装机容量280万千瓦。
海岳发动机功率110千瓦。|海岳电机功率160千瓦。
海岳有线快充120瓦。|海岳无线充电50瓦。
海岳输出功率20瓦。|海岳功耗60瓦。
海岳乘组在轨时间180天。|海岳乘组出舱活动8小时。
江州大学学制4年。|江州大学校长任期5年。
江州2023年日照时数2100小时。|江州2023年利用小时数1600小时。
海岳毛重12公斤。|海岳净重10公斤。
江州2023年直接经济损失120亿元。|江州2023年保险损失12亿元。
江州2023年基础养老金180元。|江州2023年月人均养老金3200元。
海岳中心IT负载20兆瓦。|海岳中心变电容量60兆瓦。
江州银行单日限额20万元。|江州银行单笔限额5万元。
居民水价为每立方米3.2元。|居民供暖费为每平方米24元。
The water price is 3.2 yuan per cubic metre.|The gas price is 2.6 yuan per cubic metre.
The electricity price is 0.52 yuan per kWh.|The feed-in tariff is 0.36 yuan per kWh.
The mortgage rate is 3.95%.|The deposit rate is 1.5%.
Overall survival was 18 months.|Progression-free survival was 9 months.
Passengers waited 12 minutes on average.|Trains run every 3 minutes.
The live storage is 800 million cubic metres.|The dead storage is 200 million cubic metres.
Bed occupancy was 86%.|Capacity utilisation was 76%.
Gusts of 45 m/s were recorded.|Maximum sustained winds were 32 m/s.
江州玉米收购价为每公斤2.6元。|江州玉米零售价为每公斤5.2元。
江州2023年平均工资8万元。|江州2023年人均可支配收入5万元。
江州人工智能核心产业规模120亿元。|江州人工智能核心产业增加值60亿元。
球员转会费为4500万欧元。|球员身价为8000万欧元。
"""


@cache
def extractor() -> Extractor:
    return Extractor(shipped())


def attributes(text: str) -> set[str]:
    """Return the ids of the attributes that the figures of a sentence have."""
    language = "en" if text.isascii() else "zh"
    source = Source("a.txt", "a.txt", published=dt.date(2024, 5, 20), language=language)
    block = Block(Section.BODY, text, OffsetMap.identity(len(text)))
    found = extractor().extract(Document(source, text, (block,))).claims
    return {claim.attribute_id for claim in found if "." in claim.attribute_id}


@pytest.mark.parametrize("pair", APART.split("\n")[1:-1])
def test_two_measures_are_two_attributes(pair: str) -> None:
    one, other = map(attributes, pair.split("|"))
    assert one and other
    assert not one & other
